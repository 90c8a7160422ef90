#include "letters/delivery.hpp"

#include "letters/delivery_view.hpp"
#include "sections/waiting.hpp"
#include "ui/feedback.hpp"

namespace letters {
namespace {

using List = std::optional<sections::ListId>;

const pg::Statement<std::optional<std::int32_t>(SpaceId, List, LetterId)> send{"letters.send",
                                                                               "select letter_send($1, $2, $3)"};
const pg::Statement<bool(SpaceId, List, LetterId)> try_it{"letters.try", "select letter_try($1, $2, $3)"};
const pg::Statement<bool(SpaceId, List, LetterId)> recall{"letters.call_back", "select letter_call_back($1, $2, $3)"};
const pg::Statement<Bounce(LetterId)> bounces_of{"letters.bounces", R"(
  select coalesce(m.first_name || ' ' || m.last_name, c.first_name || ' ' || c.last_name, e.first_name || ' ' || e.last_name, 'Quelqu’un'), b.fault
    from letter_bounce b left join member m on m.id = b.member_id left join contact c on c.id = b.contact_id left join register_entry e on e.id = b.register_entry_id
   where b.letter_id = $1 order by 1 limit 200)"};
// What has left in the section's name, whoever wrote it; drafts of a zone's manager are theirs.
const pg::Statement<Line(SpaceId)> letters_of{"letters.of_section", R"(
  select l.id, l.subject, coalesce(m.first_name || ' ' || m.last_name, ''), coalesce(z.name, ''), l.saved_at, l.sent_at, l.recipients, l.delivered, l.bounced
    from section_letter l left join member m on m.id = l.sender_id left join section_list z on z.id = l.list_id
   where l.section_id = $1 and (l.state = 'sent' or l.list_id is null) order by l.state, coalesce(l.sent_at, l.saved_at) desc limit 200)"};
const pg::Statement<Line(List)> letters_of_zone{"letters.of_zone", R"(
  select l.id, l.subject, '', '', l.saved_at, l.sent_at, about(l.recipients)::integer, 0, 0
    from section_letter l where l.list_id = $1 and l.sender_id = viewer_id() order by l.state, coalesce(l.sent_at, l.saved_at) desc limit 50)"};

struct Asked {
  Place place;
  LetterId letter;
};
Asked asked(const gate::Visit& v) {
  return {place_of(v), v.id<LetterId>("letter")};
}

}  // namespace

// A zone's manager learns about how many.
const pg::Statement<Letter(SpaceId, List, LetterId)> letter_of{"letters.letter", R"(
  select l.id, l.subject, l.body, l.audience, l.answers, coalesce(m.first_name || ' ' || m.last_name, ''), l.saved_at, l.sent_at,
         case when z.office then l.recipients else about(l.recipients)::integer end, case when z.office then l.refused else 0 end, case when z.office then l.dropped else 0 end,
         case when z.office then l.delivered else 0 end, case when z.office then l.bounced else 0 end,
         case when z.office and l.state = 'sent' then mail_leaves_until('letter.' || l.id) end
    from section_letter l left join member m on m.id = l.sender_id cross join (select $2::bigint is null as office) z
   where l.id = $3 and case when z.office then l.section_id = $1 and (l.list_id is null or l.state = 'sent') else l.list_id = $2 and l.sender_id = viewer_id() end)"};

http::Response show_sending(gate::Visit& v) {
  const auto [place, id] = asked(v);
  const auto head = ask_head(v, place);
  const auto letter = v.one(letter_of, place.space(), place.list, id);
  const auto size = v.maybe(size_of, place.space(), place.list, Audience{}, std::optional(id));
  v.ask();
  if (auto elsewhere = led_to_the_office(v, place, *head)) return std::move(*elsewhere);
  if (letter->sent_at || letter->subject.empty() || letter->body.empty()) return v.redirect(place.path(id));
  return v.page({.title = title("Avant l’envoi", *head), .here = ui::Key::section}, [&](html::Out& out) {
    sending_page(out, {place, *head, *letter, size->value(), v.viewer().name()}, v.csrf());
  });
}

http::Response send_letter(gate::Visit& v) {
  const auto [place, id] = asked(v);
  const auto sent = v.one(send, place.space(), place.list, id);
  v.ask();
  if (!*sent) return v.redirect(place.path(id));  // sent by another click, or not theirs: its page says so
  if (**sent == 0 && !place.zone())
    return v.redirect(place.path(id),
                      ui::Flash{ui::Flash::Tone::warning, "Rien n’est parti : il ne s’adresse à personne."});
  if (**sent < 0)
    return v.redirect(place.path(id, "/envoi"), ui::Flash{ui::Flash::Tone::warning,
                                                          "Ta section a déjà envoyé douze courriers aujourd’hui. Pour "
                                                          "ne pas lasser, attends demain : ton brouillon est gardé."});
  return v.redirect(place.path(id), "Ton courrier part dans une minute.");
}

http::Response try_letter(gate::Visit& v) {
  const auto [place, id] = asked(v);
  const auto tried = v.one(try_it, place.space(), place.list, id);
  v.ask();
  if (!*tried) return v.redirect(place.path(id));
  return v.redirect(place.path(id, "/envoi"), "L’essai part à ton adresse : regarde ta messagerie.");
}

http::Response call_back(gate::Visit& v) {
  const auto [place, id] = asked(v);
  const auto back = v.one(recall, place.space(), place.list, id);
  v.ask();
  if (*back) return v.redirect(place.path(id), "Rien n’est parti. Ton courrier est de nouveau un brouillon.");
  return v.redirect(place.path(id), ui::Flash{ui::Flash::Tone::warning, "Trop tard : il est déjà en route."});
}

http::Response delivery_page(gate::Visit& v, const Place& place, const Head& head, const Letter& letter) {
  // Whom it did not reach is the office's to know; what a zone's manager reads has no more than a number.
  std::vector<Bounce> bounces;
  if (!place.zone() && letter.bounced > 0) {
    auto found = v.all(bounces_of, letter.id);
    v.ask();
    bounces = found.take();
  }
  const bool over = place.zone() || letter.waiting() <= 0;
  auto response = v.page({.title = title("Courrier", head), .here = ui::Key::section}, [&](html::Out& out) {
    delivery_view(out, {place, head, letter, bounces}, v.csrf());
  });
  if (!over) sections::come_back_soon(response);
  return response;
}

http::Response show_letters(gate::Visit& v) {
  const auto place = place_of(v);
  const auto head = ask_head(v, place);
  const auto lines = v.all(letters_of, place.space());
  const auto saved = v.all(saved_audiences, place.space());
  v.ask();
  return v.page({.title = title("Courriers", *head), .here = ui::Key::section}, [&](html::Out& out) {
    letters_page(out, {place, *head, *lines, *saved});
  });
}

http::Response zone_desk(gate::Visit& v) {
  const auto place = place_of(v);
  const auto head = ask_head(v, place);
  const auto size = v.maybe(size_of, place.space(), place.list, Audience{}, std::nullopt);
  const auto lines = v.all(letters_of_zone, place.list);
  v.ask();
  if (auto elsewhere = led_to_the_office(v, place, *head)) return std::move(*elsewhere);
  return v.page({.title = title("Courrier", *head), .here = ui::Key::section},
                [&](html::Out& out) { zone_page(out, place, *head, size->value(), *lines, v.csrf()); });
}

}  // namespace letters
