#include "letters/compose.hpp"

#include "core/text/fold.hpp"
#include "core/utf8.hpp"
#include "letters/delivery.hpp"
#include "letters/draft.hpp"
#include "letters/letter.hpp"
#include "sections/member_filter.hpp"

namespace letters {
namespace {

const pg::Statement<std::optional<LetterId>(SpaceId, std::optional<sections::ListId>, std::optional<LetterId>,
                                            std::string, std::string, Audience, bool)>
    save{"letters.save", "select letter_save($1, $2, $3, $4, $5, $6, $7)"};
const pg::Statement<bool(SpaceId, std::optional<sections::ListId>, LetterId)> remove{
    "letters.delete", "select letter_delete($1, $2, $3)"};
const pg::Statement<Audience(SpaceId, std::int64_t)> saved_audience{
    "letters.saved_audience", "select audience from section_audience where section_id = $1 and id = $2"};
const pg::Statement<void(SpaceId, std::string, Audience)> remember{"letters.remember", R"(
  insert into section_audience (section_id, name, audience) values ($1, $2, $3) on conflict (section_id, name) do update set audience = excluded.audience)"};

http::Response page(gate::Visit& v, const Place& place, const Draft& draft, int status) {
  const auto head = ask_head(v, place);
  const auto size = v.maybe(size_of, place.space(), place.list, draft.audience, std::nullopt);
  std::optional<pg::Reply<std::vector<Group>>> groups;
  std::optional<pg::Reply<std::vector<SavedAudience>>> saved;
  if (!place.zone()) {
    groups = v.all(groups_of, place.space(), draft.audience, std::nullopt);
    saved = v.all(saved_audiences, place.space());
  }
  v.ask();
  if (auto elsewhere = led_to_the_office(v, place, *head)) return std::move(*elsewhere);
  const std::vector<Group> no_groups;
  const std::vector<SavedAudience> none;
  return v.page(
      {.title = title("Écrire un courrier", *head), .here = ui::Key::section},
      [&](html::Out& out) {
        draft_page(out, {place, *head, draft, groups ? **groups : no_groups, size->value(), saved ? **saved : none},
                   v.csrf());
      },
      status);
}

Draft typed(const gate::Visit& v, std::optional<LetterId> id) {
  auto body = v.field("body");
  std::erase(body, '\r');  // forms end lines with two characters
  Draft draft{id, text::tidy(v.field("subject")), std::move(body), read_audience(v.form().values.all("a")),
              v.field("answers") == "1"};
  if (utf8::length(draft.subject) > longest_subject)
    draft.errors.add("subject", "Raccourcis l’objet : 150 caractères au plus.");
  if (utf8::length(draft.body) > longest_body)
    draft.errors.add("body", "Raccourcis ton courrier : 20 000 caractères au plus.");
  return draft;
}

// A draft may be as unfinished as it likes; what is to leave may not.
void check_whole(const Place& place, Draft& draft) {
  if (draft.subject.empty()) draft.errors.add("subject", "Donne un objet : c’est ce qu’on lit en premier.");
  if (draft.body.empty()) draft.errors.add("body", "Écris ton courrier.");
  if (!place.zone() && draft.audience.empty()) draft.errors.add("a", "Coche à qui il s’adresse.");
}

http::Response keep(gate::Visit& v, std::optional<LetterId> id) {
  const auto place = place_of(v);
  const auto act = v.field("act");
  auto draft = typed(v, id);
  if (const auto use = v.field_ids("use"); !use.empty() && !place.zone()) {
    const auto chosen = v.maybe(saved_audience, place.space(), use.front());
    v.ask();
    if (*chosen) draft.audience = **chosen;
  }
  const auto name = text::tidy(v.field("audience_name"));
  if (act == "remember" && (name.empty() || utf8::length(name) > 80))
    draft.errors.add("audience_name", "Donne un nom court à ces destinataires.");
  if (act == "look") check_whole(place, draft);
  if (!draft.errors.empty()) return page(v, place, draft, 422);
  if (act == "remember" && !place.zone()) v.run(remember, place.space(), name, draft.audience);
  const auto kept =
      v.one(save, place.space(), place.list, id, draft.subject, draft.body, draft.audience, draft.answers);
  v.ask();
  // It has left meanwhile, in another window: its page says so. A secretary's way to a zone is the office.
  if (!*kept) return v.redirect(id ? place.path(*id) : place.path());
  if (act == "look") return v.redirect(place.path(**kept, "/envoi"));
  if (act == "remember") return v.redirect(place.path(**kept), "C’est gardé : tu retrouveras ces destinataires ici.");
  if (act == "keep") return v.redirect(place.path(**kept), "C’est gardé. Tu le retrouveras dans « Courriers ».");
  return v.redirect(place.path(**kept));
}

}  // namespace

http::Response new_letter(gate::Visit& v) {
  const auto place = place_of(v);
  if (place.zone()) return zone_desk(v);
  return page(v, place, {.id = {}, .subject = {}, .body = {}, .audience = read_audience(v.request.query.all("a"))},
              200);
}

http::Response create_letter(gate::Visit& v) {
  return keep(v, std::nullopt);
}

http::Response show_letter(gate::Visit& v) {
  const auto place = place_of(v);
  const auto id = v.id<LetterId>("letter");
  const auto head = ask_head(v, place);
  const auto letter = v.one(letter_of, place.space(), place.list, id);
  const auto size = v.maybe(size_of, place.space(), place.list, Audience{}, std::optional(id));
  std::optional<pg::Reply<std::vector<Group>>> groups;
  std::optional<pg::Reply<std::vector<SavedAudience>>> saved;
  if (!place.zone()) {
    groups = v.all(groups_of, place.space(), Audience{}, std::optional(id));
    saved = v.all(saved_audiences, place.space());
  }
  v.ask();
  if (auto elsewhere = led_to_the_office(v, place, *head)) return std::move(*elsewhere);
  if (letter->sent_at) return delivery_page(v, place, *head, *letter);
  const Draft draft{id, letter->subject, letter->body, letter->audience, letter->answers};
  const std::vector<Group> no_groups;
  const std::vector<SavedAudience> none;
  return v.page({.title = title("Écrire un courrier", *head), .here = ui::Key::section}, [&](html::Out& out) {
    draft_page(out, {place, *head, draft, groups ? **groups : no_groups, size->value(), saved ? **saved : none},
               v.csrf());
  });
}

http::Response save_letter(gate::Visit& v) {
  return keep(v, v.id<LetterId>("letter"));
}

http::Response delete_letter(gate::Visit& v) {
  const auto place = place_of(v);
  const auto id = v.id<LetterId>("letter");
  const auto gone = v.one(remove, place.space(), place.list, id);
  v.ask();
  if (!*gone) return v.redirect(place.path(id));  // what has left stays
  return v.redirect(place.path(), "C’est jeté.");
}

http::Response write_to_ticked(gate::Visit& v) {
  const auto place = place_of(v);
  Audience audience;
  const auto filter = sections::filter_of_form(v);
  if (v.field("all") == "1" && filter.words.empty()) {
    audience.push_back(filter.list.number()        ? "liste-" + std::to_string(filter.list.number())
                       : filter.kind == "adherent" ? "adherents"
                       : filter.kind.empty()       ? "tous"
                                                   : "sympathisants");
  } else {
    for (const auto id : sections::chosen_members(v, place.space()))
      if (audience.size() < most_words) audience.push_back("membre-" + std::to_string(id));
  }
  if (audience.empty())
    return v.redirect(sections::filter_path(place.space(), filter),
                      ui::Flash{ui::Flash::Tone::info, "Coche d’abord les personnes à qui écrire."});
  return begin_letter(v, audience);
}

http::Response begin_letter(gate::Visit& v, const Audience& audience) {
  const Place place{.section = v.id<SpaceId>("section"), .list = {}};
  const auto kept = v.one(save, place.space(), place.list, std::nullopt, "", "", audience, true);
  v.ask();
  if (!*kept) throw http::Error(404);
  return v.redirect(place.path(**kept));
}

http::Response count_audience(gate::Visit& v) {
  v.no_frame();
  const auto size =
      v.one(size_of, v.id<SpaceId>("section"), std::nullopt, read_audience(v.request.query.all("a")), std::nullopt);
  v.ask();
  return http::Response::text(size_words(*size));
}

}  // namespace letters
