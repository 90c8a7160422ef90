// Events a person made, answered, told of.
#include "own_data/parts_rooms.hpp"

namespace own_data {
namespace {

const Rows created{"jobs.own_data.created", R"(
  select json_build_object('Titre', title, 'Genre', kind, 'État', state, 'Début', starts_at, 'Fin', ends_at, 'Fuseau horaire', time_zone, 'Toute la journée', all_day, 'Description', description, 'Adresse', address, 'Complément', complement,
      'Code postal', postcode, 'Ville', city, 'En ligne', online_url, 'Objectif', goal, 'Participants', coming, 'Peut-être', maybe, 'Invités', invited,
      'Texte de l’invitation', invitation_text, 'Texte de l’annulation', cancellation_text, 'Créé le', created_at)
    from event where creator_id = (select viewer_id()) order by id limit 500 offset $1)"};
const Rows answers{"jobs.own_data.answers", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Début', e.starts_at, 'Invité le', g.invited_at,
      'Par', m.first_name || ' ' || m.last_name, 'Réponse', g.answer, 'Avec', g.companions, 'Répondu le', g.answered_at)
    from event_guest g left join event e on e.id = g.event_id left join member m on m.id = g.invited_by
   where g.member_id = (select viewer_id()) order by g.invited_at, g.event_id limit 500 offset $1)"};
const Rows invited{"jobs.own_data.invited", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Personnes invitées', i.sent) from my_event_invitations() i left join event e on e.id = i.event_id
   order by i.event_id limit 500 offset $1)"};
const Rows arrivals{"jobs.own_data.arrivals", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Le', a.asked_at, 'Invités à leur arrivée dans', coalesce(s.name, l.name))
    from my_arrivals() a left join event e on e.id = a.event_id left join space s on s.id = a.space_id left join section_list l on l.id = a.list_id order by a.id limit 500 offset $1)"};
const Rows reminders{"jobs.own_data.reminders", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Le', r.sent_at, 'À', r.audience, 'Texte', r.body)
    from my_reminders() r left join event e on e.id = r.event_id order by r.id limit 500 offset $1)"};
const Rows comments{"jobs.own_data.comments", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Le', c.created_at, 'Texte', c.body)
    from my_comments() c left join event e on e.id = c.event_id order by c.id limit 500 offset $1)"};
const Rows reports{"jobs.own_data.reports", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Le', r.filed_at, 'Minutes', r.minutes, 'Portes frappées', r.doors_knocked,
      'Portes ouvertes', r.doors_opened, 'Tracts', r.leaflets, 'Appels', r.calls, 'Affiches', r.posters, 'Texte', r.words)
    from my_reports() r left join event e on e.id = r.event_id order by r.event_id limit 500 offset $1)"};
const Rows attendances{"jobs.own_data.attendances", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Début', e.starts_at, 'Portes frappées', a.doors)
    from event_attendance a left join event e on e.id = a.event_id where a.member_id = (select viewer_id()) order by a.event_id limit 500 offset $1)"};
const Rows feed{"jobs.own_data.feed", R"(
  select json_build_object('Créée le', created_at, 'Lue la dernière fois le', read_at) from calendar_feed where member_id = (select viewer_id()) limit 500 offset $1)"};

const Rows series{"jobs.own_data.series", R"(
  select json_build_object('Règle', rule, 'Premier début', starts_local, 'Fuseau', time_zone, 'Créée le', created_at)
    from event_series where creator_id = (select viewer_id()) order by id limit 500 offset $1)"};
const Rows series_answers{"jobs.own_data.series_answers", R"(
  select json_build_object('Règle', s.rule, 'Par', m.first_name || ' ' || m.last_name, 'Réponse pour toutes les dates', g.answer, 'Plus invité depuis', g.left_at)
    from event_series_guest g left join event_series s on s.id = g.series_id left join member m on m.id = g.invited_by
   where g.member_id = (select viewer_id()) order by g.series_id limit 500 offset $1)"};

const Rows noted{"jobs.own_data.parts", R"(
  select json_build_object('Événement', coalesce(e.title, 'Un événement que je ne vois plus'), 'Le', p.filed_at, 'Notée par moi', coalesce(p.author_id = (select viewer_id()), false),
      'Minutes', p.minutes, 'Portes frappées', p.doors_knocked, 'Portes ouvertes', p.doors_opened, 'Tracts', p.leaflets, 'Appels', p.calls, 'Affiches', p.posters,
      'Texte', case when p.author_id = (select viewer_id()) then p.words end)
    from event_part p left join event e on e.id = p.event_id
   where p.author_id = (select viewer_id()) or exists (select from event_part_member t where t.part_id = p.id and t.member_id = (select viewer_id()))
   order by p.id limit 500 offset $1)"};

}  // namespace

std::vector<Part> event_parts() {
  return {
      {"evenements-crees", "evenements", "Les événements que j’ai créés", &created, {"event.creator_id"}},
      {"reponses", "evenements", "Mes invitations et mes réponses", &answers, {"event_guest.member_id"}},
      {"series", "evenements", "Les rendez-vous réguliers que j’ai créés", &series, {"event_series.creator_id"}},
      {"reponses-aux-series",
       "evenements",
       "Mes invitations à des rendez-vous réguliers",
       &series_answers,
       {"event_series_guest.member_id"}},
      {"presences", "evenements", "Les événements où l’on m’a compté", &attendances, {"event_attendance.member_id"}},
      {"commentaires", "evenements", "Mes commentaires", &comments, {"event_comment.author_id"}},
      {"bilans", "evenements", "Les bilans que j’ai faits", &reports, {"event_report.author_id"}},
      {"parts",
       "evenements",
       "Ce que j’ai noté de mes missions, et ce que d’autres ont noté pour nous",
       &noted,
       {"event_part.author_id", "event_part_member.member_id"}},
      {"relances", "evenements", "Les relances que j’ai envoyées", &reminders, {"event_reminder.sent_by"}},
      {"invitations-a-l-arrivee",
       "evenements",
       "Où j’ai fait inviter qui arrive",
       &arrivals,
       {"event_arrivals.asked_by"}},
      {"invitations-aux-evenements",
       "evenements",
       "Combien de personnes j’ai invitées",
       &invited,
       {"event_guest.invited_by"}},
      {"agenda-abonnement",
       "evenements",
       "L’adresse de mon agenda pour mes calendriers, sans l’adresse elle-même",
       &feed,
       {"calendar_feed.member_id"}},
  };
}

}  // namespace own_data
