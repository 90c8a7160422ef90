#include "events/conversation.hpp"

#include "core/utf8.hpp"
#include "events/card.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"

namespace events {
namespace {

constexpr size_t longest_words = 10'000;  // characters, as of any message

const pg::Statement<std::optional<std::int64_t>(EventId, std::string)> enter_conversation{
    "events.converse", "select event_converse($1, $2)"};

}  // namespace

void write_conversation(html::Out& out, const EventPage& page) {
  const auto& e = page.event;
  const bool comes = e.given() == ui::Answer::yes || e.given() == ui::Answer::maybe;
  if (e.state != "published" || !(comes || e.own)) return;
  const auto action = html::Url::local(path(e.id, "conversation"));
  out(R"(<section class="stack" id="conversation">)");
  if (e.talks) {
    ui::link_button(out, html::Url::local("/messages/" + std::to_string(e.thread.value_or(0))),
                    {.label = "Ouvrir la conversation", .look = ui::Look::plain, .icon = "messages-square"});
  } else if (e.thread) {
    out(R"(<p class="soft">Celles et ceux qui viennent se parlent. En rejoignant la conversation, tu te montres aux autres.</p>)");
    ui::post_button(out, action, page.csrf,
                    {.label = "Rejoindre la conversation", .look = ui::Look::plain, .icon = "messages-square"});
  } else {
    ui::disclosure(out, "Parler avec celles et ceux qui viennent", false, [&] {
      ui::form(out, {.action = action, .csrf = page.csrf}, [&] {
        ui::textarea(
            out, {.name = "words",
                  .label = "Ton premier message",
                  .hint = "Pour le covoiturage, le matériel, le café d’après. Qui vient peut rejoindre la conversation "
                          "depuis cette page ; personne d’autre ne la lit.",
                  .rows = 3,
                  .max_length = longest_words,
                  .required = true});
        ui::submit(out, {.label = "Commencer la conversation", .look = ui::Look::plain, .icon = "send"});
      });
    });
  }
  out("</section>");
}

http::Response converse(gate::Visit& v) {
  const auto event = v.id<EventId>("event");
  const auto words = v.field("words");
  if (utf8::length(words) > longest_words)
    return v.redirect(path(event) + "#conversation",
                      ui::Flash{ui::Flash::Tone::warning, "C’est un peu long : 10 000 caractères au plus."});
  const auto thread = v.one(enter_conversation, event, words);
  v.ask();
  if (!*thread)
    return v.redirect(path(event) + "#conversation",
                      ui::Flash{ui::Flash::Tone::warning, "Écris un premier message pour commencer la conversation."});
  if (**thread == 0)
    return v.redirect(path(event), ui::Flash{ui::Flash::Tone::warning,
                                             "Cette conversation est celle des personnes qui viennent, ou peut-être."});
  return v.redirect("/messages/" + std::to_string(**thread));
}

}  // namespace events
