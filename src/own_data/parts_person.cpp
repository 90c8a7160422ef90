// Of the person, how they sign in, and the mail they get.
#include "own_data/parts_rooms.hpp"

namespace own_data {
namespace {

const Rows profile{"jobs.own_data.profile", R"(
  select json_build_object(
      'Prénom', m.first_name, 'Nom', m.last_name, 'Adresse électronique', a.email, 'Qui peut me trouver', m.visibility, 'Par mon adresse aussi', m.found_by_address,
      'Section', s.name, 'Ville', m.city, 'Pays', m.country, 'Sexe', c.sex, 'Date de naissance', c.birth_date, 'Anniversaire montré', p.birthday,
      'Téléphone', c.phone, 'Mobile', c.mobile, 'Adresse', c.address, 'Complément', c.complement, 'Code postal', c.postcode,
      'Profession', p.profession, 'Loisirs', p.hobbies, 'Site', p.website, 'Facebook', p.facebook, 'Twitter', p.twitter,
      'Centres d’intérêt', array(select i.interest from member_interest i where i.member_id = m.id order by 1),
      'Photo', case when m.picture_id is not null then 'photo.webp' end,
      'Recruté par', r.first_name || ' ' || r.last_name, 'Membre depuis', m.created_at, 'Dernière visite', m.last_seen_at)
    from member m cross join my_account() a left join member_contact c on c.member_id = m.id left join member_profile p on p.member_id = m.id
    left join space s on s.id = m.section_id left join member r on r.id = m.recruited_by
   where m.id = (select viewer_id()) limit 500 offset $1)"};
const Rows commitments{"jobs.own_data.commitments", R"(
  select json_build_object('Genre', kind, 'Quoi', what, 'Précision', detail) from member_activity
   where member_id = (select viewer_id()) order by kind, position limit 500 offset $1)"};
const Rows charters{"jobs.own_data.charters", R"(
  select json_build_object('Charte du', c.published_at, 'Acceptée le', a.accepted_at) from charter_acceptance a join charter c on c.id = a.charter_id
   where a.member_id = (select viewer_id()) order by a.accepted_at limit 500 offset $1)"};
const Rows sign_in{"jobs.own_data.sign_in", R"(
  select json_build_object('Compte créé le', created_at, 'Mot de passe changé (fois)', password_changes) from my_account() limit 500 offset $1)"};
const Rows sessions{"jobs.own_data.sessions", R"(
  select json_build_object('Appareil', s.device, 'Connecté le', s.created_at, 'Vu le', s.seen_at, 'Ouvert jusqu’au', s.expires_at, 'Prévenu depuis le', d.since)
    from session s left join push_device d on d.session_id = s.id where s.member_id = (select viewer_id()) order by s.created_at limit 500 offset $1)"};
const Rows factors{"jobs.own_data.factors", R"(
  select json_build_object('Genre', kind, 'Nom', name, 'Depuis le', since, 'A servi le', used_at) from my_factors() order by kind, since, used_at limit 500 offset $1)"};
const Rows addresses{"jobs.own_data.addresses", R"(
  select json_build_object('Ancienne', former, 'Nouvelle', address, 'Demandé le', asked_at, 'Fait le', done_at, 'Abandonné le', ended_at)
    from my_email_changes() order by id limit 500 offset $1)"};
const Rows mails{"jobs.own_data.mails", R"(
  select json_build_object('Genre', kind, 'Demandé le', created_at, 'État', state, 'Réglé le', finished_at) from my_mails() order by id limit 500 offset $1)"};
const Rows choices{"jobs.own_data.choices", R"(
  select json_build_object('Pour', kind, 'Par courriel', mail, 'Sur mes appareils', push) from notification_choice where member_id = (select viewer_id()) order by kind limit 500 offset $1)"};
const Rows reaches{"jobs.own_data.reaches", R"(
  select json_build_object('Le', at, 'Qui', coalesce(who, 'Un membre parti'), 'À la place de', for_whom, 'Acte', act, 'Précision', detail, 'Espace', space)
    from my_reaches(0, 100000) order by id limit 500 offset $1)"};
const Rows acts{"jobs.own_data.acts", R"(
  select json_build_object('Le', a.at, 'Acte', a.act, 'Précision', a.detail, 'Espace', s.name)
    from (select at, space_id, act, detail from my_acts() union all select at, section_id, act, about from my_office_acts()) a left join space s on s.id = a.space_id
   order by a.at limit 500 offset $1)"};
const Rows texts{"jobs.own_data.texts", R"(
  select json_build_object('Texte du', t.published_at, 'Quoi', t.what, 'Ce qui change', t.note)
    from (select published_at, 'charte' as what, note from charter where author_id = (select viewer_id())
          union all select published_at, 'mentions légales', note from legal_notice where author_id = (select viewer_id())) t
   order by t.published_at limit 500 offset $1)"};

}  // namespace

std::vector<Part> person_parts() {
  return {
      {"profil",
       "profil",
       "Ce que je suis et ce que je dis de moi",
       &profile,
       {"member_contact.member_id", "member_profile.member_id", "member_interest.member_id", "account.member_id",
        "member.recruited_by"}},
      {"engagements",
       "profil",
       "Mes engagements, mes mandats, mes responsabilités",
       &commitments,
       {"member_activity.member_id"}},
      {"chartes", "profil", "Les chartes que j’ai acceptées", &charters, {"charter_acceptance.member_id"}},
      {"compte", "connexion", "Mon compte", &sign_in, {}},
      {"appareils", "connexion", "Mes appareils connectés", &sessions, {"session.member_id", "push_device.member_id"}},
      {"deux-etapes",
       "connexion",
       "Ma connexion en deux étapes",
       &factors,
       {"totp.member_id", "passkey.member_id", "recovery_code.member_id"}},
      {"adresses", "connexion", "Mes changements d’adresse", &addresses, {"email_change.member_id"}},
      {"notifications", "courriels", "Ce que je veux recevoir", &choices, {"notification_choice.member_id"}},
      {"courriels", "courriels", "Les courriels que la coopol m’a envoyés", &mails, {"mail.member_id"}},
      {"consultations", "consultations", "Qui a consulté mes données", &reaches, {"audit_entry.member_id"}},
      {"textes",
       "consultations",
       "Les textes que j’ai publiés pour la coopol",
       &texts,
       {"charter.author_id", "legal_notice.author_id"}},
      {"actes",
       "consultations",
       "Ce que j’ai fait par mon rôle",
       &acts,
       {"audit_entry.actor_id", "office_act.member_id"}},
  };
}

}  // namespace own_data
