#include "messages/write.hpp"

#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "members/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/navigation.hpp"

namespace messages {
namespace {

constexpr size_t longest_subject = 140, longest_body = 10000;  // characters, as the database checks
constexpr size_t most_recipients = 200;

struct Person {
  MemberId id;
  std::string name;
  bool chosen;
};
// Whom one may write to at once: coopains, and whoever was chosen elsewhere among the people one sees.
const pg::Statement<Person(std::vector<std::int64_t>)> people_to_write_to{"messages.people", R"(
  select m.id, m.first_name || ' ' || m.last_name, m.id = any($1) from member m
   where m.id <> viewer_id() and (m.id = any($1) or m.id = any(array(select b.coopain_id from bond b where b.member_id = viewer_id())))
   order by m.id = any($1) desc, m.last_name, m.first_name limit 500)"};
const pg::Statement<std::optional<std::int64_t>(std::string, std::string, bool, std::vector<std::int64_t>)> begin{
    "messages.begin", R"(
  select message_begin($1, $2, $3, array(select m.id from member m where m.id = any($4))))"};

struct Draft {
  std::string subject, body;
  bool one_way = false;
  std::vector<std::int64_t> to;
  ui::Errors errors;
};

void write_recipients(html::Out& out, const std::vector<Person>& people, const Draft& draft) {
  ui::fieldset(out, "À", [&] {
    if (const auto error = draft.errors["to"]; !error.empty()) out(R"(<p class="error" id="f-to-error">{}</p>)", error);
    out(R"(<div class="ticks">)");
    for (const auto& person : people)
      ui::checkbox(out, {.name = "to",
                         .label = person.name,
                         .value = std::to_string(person.id.number()),
                         .checked = person.chosen,
                         .id = "to-" + std::to_string(person.id.number())});
    out("</div>");
  });
}

http::Response form(gate::Visit& v, const Draft& draft, int status = 200) {
  const auto people = v.all(people_to_write_to, draft.to);
  v.ask();
  return v.page(
      {.title = "Nouveau message", .here = ui::Key::messages},
      [&](html::Out& out) {
        ui::back_link(out, html::Url::local("/messages"), "Messages");
        out("<h1>Nouveau message</h1>");
        if (people->empty()) {
          ui::empty_state(out, {.icon = "handshake",
                                .title = "À qui veux-tu écrire ?",
                                .text = "Ajoute des coopains, ou ouvre le profil d’un membre et choisis «\u202fLui "
                                        "écrire un message\u202f».",
                                .href = html::Url::local("/membres"),
                                .link = "Ouvrir l’annuaire"});
          return;
        }
        ui::error_summary(out, draft.errors);
        ui::form(out, {.action = html::Url::local("/messages"), .csrf = v.csrf()}, [&] {
          write_recipients(out, *people, draft);
          ui::field(out, {.name = "subject",
                          .label = "Objet",
                          .value = draft.subject,
                          .error = draft.errors["subject"],
                          .max_length = longest_subject,
                          .required = true});
          ui::textarea(out, {.name = "body",
                             .label = "Message",
                             .value = draft.body,
                             .error = draft.errors["body"],
                             .rows = 8,
                             .max_length = longest_body,
                             .required = true});
          ui::checkbox(out, {.name = "one_way",
                             .label = "Ne pas permettre aux destinataires de répondre",
                             .checked = draft.one_way,
                             .hint = "Les destinataires ne se voient pas entre eux."});
          ui::buttons(out, [&] { ui::submit(out, {.label = "Envoyer", .icon = "send", .sending = "Envoi…"}); });
        });
      },
      status);
}

}  // namespace

http::Response compose(gate::Visit& v) {
  Draft draft;
  if (const auto to = v.query_id("a"); to > 0) draft.to.push_back(to);
  return form(v, draft);
}

http::Response compose_to_chosen(gate::Visit& v) {
  Draft draft;
  draft.to = v.field_ids("member");
  return form(v, draft);
}

http::Response send(gate::Visit& v) {
  Draft draft{v.field("subject"), v.field("body"), !v.field("one_way").empty(), v.field_ids("to"), {}};
  if (draft.to.empty()) draft.errors.add("to", "Choisis au moins une personne.");
  if (draft.to.size() > most_recipients) draft.errors.add("to", "Choisis au plus 200 personnes.");
  if (draft.subject.empty()) draft.errors.add("subject", "Donne un objet à ton message.");
  if (utf8::length(draft.subject) > longest_subject)
    draft.errors.add("subject", "Raccourcis l’objet : 140 caractères au plus.");
  if (draft.body.empty()) draft.errors.add("body", "Ton message est vide.");
  if (utf8::length(draft.body) > longest_body)
    draft.errors.add("body", "Raccourcis ton message : 10 000 caractères au plus.");
  if (!draft.errors.empty()) return form(v, draft, 422);
  const auto thread = v.one(begin, draft.subject, draft.body, draft.one_way, draft.to);
  v.ask();
  if (!*thread) {
    draft.errors.add("to", "Aucune de ces personnes ne peut recevoir ton message.");
    return form(v, draft, 422);
  }
  return v.redirect("/messages/" + std::to_string(**thread), "Message envoyé.");
}

}  // namespace messages
