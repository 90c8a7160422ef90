// What a person wrote and was written: messages, walls, words to the team.
#include "own_data/parts_rooms.hpp"

namespace own_data {
namespace {

const Rows threads{"jobs.own_data.threads", R"(
  select json_build_object('Objet', t.subject, 'Commencée le', t.created_at, 'Par moi', coalesce(t.creator_id = viewer_id(), false), 'Sans réponse possible', t.one_way,
      'Avec', array(select m.first_name || ' ' || m.last_name from thread_member x join member m on m.id = x.member_id
                     where x.thread_id = t.id and x.member_id <> viewer_id() order by m.last_name, m.id limit 200),
      'Lue jusqu’au', me.read_at, 'Supprimée de ma boîte le', me.hidden_at)
    from thread_member me join thread t on t.id = me.thread_id where me.member_id = (select viewer_id()) order by t.id limit 500 offset $1)"};
const Rows messages{"jobs.own_data.messages", R"(
  select json_build_object('Conversation', t.subject, 'Numéro', t.id, 'Le', x.at,
      'De', case when x.author_id = viewer_id() then 'Moi' else coalesce(m.first_name || ' ' || m.last_name, message_author(x.id), 'Membre parti') end, 'Texte', x.body)
    from thread_member me join thread t on t.id = me.thread_id join message x on x.thread_id = t.id left join member m on m.id = x.author_id
   where me.member_id = (select viewer_id()) order by x.thread_id, x.at, x.id limit 500 offset $1)"};
const Rows entries{"jobs.own_data.entries", R"(
  select json_build_object('Le', a.at, 'Genre', a.kind, 'De', case when a.member_id = viewer_id() then 'Moi' else coalesce(d.first_name || ' ' || d.last_name, 'Quelqu’un') end,
      'Avec', case when a.other_id = viewer_id() then 'Moi' when a.other_id is not null then coalesce(o.first_name || ' ' || o.last_name, 'Quelqu’un') end,
      'Espace', s.name, 'Événement', e.title, 'Texte', a.body, 'Lien', a.link)
    from my_entries() a left join member d on d.id = a.member_id left join member o on o.id = a.other_id left join space s on s.id = a.space_id left join event e on e.id = a.event_id
   order by a.id limit 500 offset $1)"};
const Rows to_the_team{"jobs.own_data.to_the_team", R"(
  select json_build_object('Genre', kind, 'Le', created_at, 'Page', page, 'Texte', body) from my_words_to_the_team() order by id limit 500 offset $1)"};

}  // namespace

std::vector<Part> word_parts() {
  return {
      {"conversations", "messages", "Mes conversations", &threads, {"thread.creator_id", "thread_member.member_id"}},
      {"messages", "messages", "Tous les messages, écrits et reçus", &messages, {"message.author_id"}, true},
      {"mur", "mur", "Mon mur et mon activité", &entries, {"activity.member_id", "activity.other_id"}},
      {"equipe", "mur", "Ce que j’ai écrit à l’équipe", &to_the_team, {"contact_message.member_id"}},
  };
}

}  // namespace own_data
