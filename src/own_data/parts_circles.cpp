// Of the circles a person belongs to: sections, groups, coopains; and what they did there for others.
#include "own_data/parts_rooms.hpp"

namespace own_data {
namespace {

const Rows memberships{"jobs.own_data.memberships", R"(
  select json_build_object('Espace', s.name, 'Sorte', s.kind, 'Qualité', b.kind, 'Rôle', b.role, 'Depuis le', b.joined_at)
    from membership b join space s on s.id = b.space_id where b.member_id = (select viewer_id()) order by b.joined_at, s.id limit 500 offset $1)"};
const Rows delegations{"jobs.own_data.delegations", R"(
  select json_build_object('Section', s.name, 'Confié', d.power, 'Depuis le', d.given_at) from delegation d join space s on s.id = d.section_id
   where d.member_id = (select viewer_id()) order by d.given_at, d.power limit 500 offset $1)"};
const Rows welcomes{"jobs.own_data.welcomes", R"(
  select json_build_object('Section', s.name, 'Noté le', n.at, 'Message d’accueil le', n.welcomed_at)
    from newcomer n join space s on s.id = n.section_id where n.member_id = (select viewer_id()) order by n.at, s.id limit 500 offset $1)"};
const Rows section_requests{"jobs.own_data.section_requests", R"(
  select json_build_object('Section', s.name, 'Mes mots', r.words, 'Le', r.asked_at, 'Réponse', r.answer, 'Ses mots', r.reply, 'Répondu le', r.answered_at)
    from section_request r join space s on s.id = r.section_id where r.member_id = (select viewer_id()) order by r.id limit 500 offset $1)"};
const Rows groups{"jobs.own_data.groups", R"(
  select json_build_object('Groupe', s.name, 'Présentation', g.description, 'Créé le', s.created_at) from group_profile g join space s on s.id = g.space_id
   where g.creator_id = (select viewer_id()) order by s.id limit 500 offset $1)"};
const Rows register_entries{"jobs.own_data.register", R"(
  select json_build_object('Section', s.name, 'Qualité', e.kind, 'Numéro', e.register_number, 'Adhésion le', e.joined_on, 'Prénom', e.first_name, 'Nom', e.last_name,
      'Sexe', e.sex, 'Date de naissance', e.birth_date, 'Adresse électronique', coalesce(e.email, e.typed_email), 'Téléphone', e.phone, 'Mobile', e.mobile,
      'Adresse', e.address, 'Code postal', e.postcode, 'Ville', e.city, 'Pays', e.country, 'Cotisation', d.dues, 'Venu d’un fichier', e.imported, 'Créée le', e.created_at, 'Changée le', e.updated_at)
    from my_register_entries() e join space s on s.id = e.section_id left join my_dues() d on d.entry_id = e.id order by e.id limit 500 offset $1)"};
const Rows lists{"jobs.own_data.lists", R"(
  select json_build_object('Section', s.name, 'Sorte', l.kind, 'Nom', l.name, 'Je l’anime', l.manages) from my_lists() l join space s on s.id = l.section_id
   order by s.id, l.name limit 500 offset $1)"};
const Rows homes{"jobs.own_data.homes", R"(
  select json_build_object('Section', s.name, 'Code postal', h.postcode, 'Rue', h.street, 'Numéro', h.number, 'Latitude', h.north, 'Longitude', h.east,
      'Au numéro près', h.precise, 'Enlevé·e à la main de', h.out_of)
    from my_homes() h join space s on s.id = h.section_id order by s.id limit 500 offset $1)"};
const Rows invitations{"jobs.own_data.invitations", R"(
  select json_build_object('Espace', s.name, 'Rôle', i.role, 'Prénom', i.first_name, 'Nom', i.last_name, 'Adresse électronique', i.email,
      'Par', m.first_name || ' ' || m.last_name, 'Envoyée (fois)', i.sends, 'Acceptée le', i.accepted_at)
    from my_invitations() i join space s on s.id = i.space_id left join member m on m.id = i.invited_by order by i.id limit 500 offset $1)"};
const Rows sent_invitations{"jobs.own_data.sent_invitations", R"(
  select json_build_object('Espace', s.name, 'Rôle', i.role, 'Envoyées', i.sent, 'Acceptées', i.accepted) from my_sent_invitations() i join space s on s.id = i.space_id
   order by s.id, i.role limit 500 offset $1)"};
const Rows friends{"jobs.own_data.friends", R"(
  select json_build_object('Adresse électronique', f.email, 'Mes mots', f.words, 'Envoyée (fois)', f.sends, 'Le', f.sent_at, 'Acceptée le', f.accepted_at)
    from friend_invitation f where f.member_id = (select viewer_id()) order by f.id limit 500 offset $1)"};
const Rows recruits{"jobs.own_data.recruits", R"(
  select json_build_object('Nom', m.first_name || ' ' || m.last_name) from member m where m.recruited_by = (select viewer_id()) order by m.id limit 500 offset $1)"};
const Rows imports{"jobs.own_data.imports", R"(
  select json_build_object('Section', s.name, 'Fichier', i.file_name, 'Lignes', i.lines_total, 'État', i.state, 'Le', i.created_at) from my_imports() i join space s on s.id = i.section_id
   order by i.id limit 500 offset $1)"};
const Rows letters{"jobs.own_data.letters", R"(
  select json_build_object('Section', s.name, 'Objet', l.subject, 'Texte', l.body, 'Gardé le', l.saved_at, 'Envoyé le', l.sent_at, 'Destinataires', l.recipients)
    from my_letters() l join space s on s.id = l.section_id order by l.id limit 500 offset $1)"};
const Rows coopains{"jobs.own_data.coopains", R"(
  select json_build_object('Coopain', coalesce(m.first_name || ' ' || m.last_name, 'Quelqu’un'), 'Depuis le', b.since) from bond b left join member m on m.id = b.coopain_id
   where b.member_id = (select viewer_id()) order by b.since, b.coopain_id limit 500 offset $1)"};
const Rows requests{"jobs.own_data.requests", R"(
  select json_build_object('Qui', name, 'Section', section, 'Sens', case when received then 'reçue' else 'envoyée' end, 'Le', asked_at) from coopain_requests()
   order by asked_at limit 500 offset $1)"};

}  // namespace

std::vector<Part> circle_parts() {
  return {
      {"espaces", "cercles", "Ma section, mes groupes, mes rôles", &memberships, {"membership.member_id"}},
      {"delegations", "cercles", "Ce que ma section m’a confié", &delegations, {"delegation.member_id"}},
      {"accueils",
       "cercles",
       "Mes arrivées et mes départs notés par une section qui accueille",
       &welcomes,
       {"newcomer.member_id"}},
      {"demandes-de-section",
       "cercles",
       "Mes demandes à rejoindre une section",
       &section_requests,
       {"section_request.member_id"}},
      {"groupes-crees", "cercles", "Les groupes que j’ai créés", &groups, {"group_profile.creator_id"}},
      {"fichier-de-section",
       "cercles",
       "Ce que le fichier de ma section dit de moi",
       &register_entries,
       {"register_entry.member_id"}},
      {"listes",
       "cercles",
       "Les listes et les zones où je suis",
       &lists,
       {"section_list.manager_id", "section_list_member.member_id"}},
      {"domicile",
       "cercles",
       "Où ma section me situe, pour ses zones",
       &homes,
       {"home.member_id", "section_list_out.member_id"}},
      {"invitations-recues",
       "cercles",
       "Les invitations qui m’ont fait entrer",
       &invitations,
       {"invitation.member_id", "friend_invitation.joined_id"}},
      {"invitations-envoyees",
       "cercles",
       "Les invitations que j’ai envoyées par mon rôle",
       &sent_invitations,
       {"invitation.invited_by"}},
      {"amis-invites", "cercles", "Les amis que j’ai invités", &friends, {"friend_invitation.member_id"}},
      {"recrues", "cercles", "Les membres que j’ai recrutés", &recruits, {}},
      {"imports", "cercles", "Les fichiers que j’ai importés pour ma section", &imports, {"register_import.member_id"}},
      {"courriers", "cercles", "Les courriers que j’ai écrits par mon rôle", &letters, {"section_letter.sender_id"}},
      {"coopains", "coopains", "Mes coopains", &coopains, {"bond.member_id", "bond.coopain_id"}},
      {"demandes", "coopains", "Les demandes qui attendent", &requests, {"bond_request.from_id", "bond_request.to_id"}},
  };
}

}  // namespace own_data
