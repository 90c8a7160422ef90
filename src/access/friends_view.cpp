#include <algorithm>

#include "access/friends.hpp"
#include "core/text/french.hpp"
#include "ui/feedback.hpp"
#include "ui/navigation.hpp"

namespace accounts {

using html::Url;

namespace {

void form(html::Out& out, const FriendsPage& page) {
  ui::panel(out, "", [&] {
    ui::error_summary(out, page.errors);
    ui::form(out, {.action = Url::local("/inviter"), .csrf = page.csrf}, [&] {
      ui::field(out, {.name = "email",
                      .label = "Son courriel",
                      .value = page.email,
                      .type = "email",
                      .error = page.errors["email"],
                      .autocomplete = "off",
                      .required = true});
      ui::textarea(out, {.name = "words",
                         .label = "Un mot de toi",
                         .value = page.words,
                         .hint = "Il sera dans le courriel, avec ton nom.",
                         .error = page.errors["words"],
                         .max_length = 500});
      ui::submit(out, {.label = "Inviter", .icon = "send"});
    });
  });
}

void waiting(html::Out& out, const Friend& one, const FriendsPage& page, paris::Instant now) {
  out(R"(<li><div><b>{}</b> <span class="soft">invitation partie {}{}</span></div><div class="buttons">)", one.email,
      french::ago(std::chrono::floor<std::chrono::seconds>(one.sent_at), now),
      one.sends > 1 ? ", " + french::count(one.sends, "envoi", "envois") : std::string());
  const auto at = "/inviter/" + std::to_string(one.id);
  if (one.can_remind && page.allowed)
    ui::post_button(out, Url::local(at + "/relancer"), page.csrf, {.label = "Relancer", .look = ui::Look::plain});
  ui::post_button(out, Url::local(at + "/retirer"), page.csrf, {.label = "Retirer", .look = ui::Look::quiet});
  out("</div></li>");
}

void list(html::Out& out, const FriendsPage& page, paris::Instant now) {
  const auto wait = std::count_if(page.friends.begin(), page.friends.end(), [](const auto& f) { return !f.accepted; });
  if (wait > 0)
    ui::panel(out, "En attente", [&] {
      out(R"(<p class="soft">{} sur {} à la fois.</p><ul class="devices">)", wait, page.at_most);
      for (const auto& one : page.friends)
        if (!one.accepted) waiting(out, one, page, now);
      out("</ul>");
    });
  if (static_cast<size_t>(wait) < page.friends.size())
    ui::panel(out, "Ont rejoint la coopol grâce à toi", [&] {
      out(R"(<ul class="devices">)");
      for (const auto& one : page.friends) {
        if (!one.accepted) continue;
        if (one.joined && one.name)
          out(R"(<li><a href="{}">{}</a></li>)", Url::local("/membres/" + std::to_string(one.joined->number())),
              *one.name);
        else
          out("<li>{}</li>", one.email);
      }
      out("</ul>");
    });
}

}  // namespace

void friends_page(html::Out& out, const FriendsPage& page, paris::Instant now) {
  out(R"(<div class="stack"><h1>Inviter un ami</h1>)");
  if (page.allowed) {
    out(R"(<p class="lead">Quelqu’un que tu connais, et qui a envie d’agir à gauche ? Invite-le : un courriel part en ton nom, avec un lien pour entrer.</p>)");
    form(out, page);
    out(R"(<p>Tu en connais beaucoup ? <a href="/carnet-d-adresses">Retrouve-les avec ton carnet d’adresses</a>.</p>)");
  } else {
    ui::empty_state(out,
                    {.icon = "door-open",
                     .title = "Pas encore ici.",
                     .text = "Les invitations d’amis s’ouvriront quand ta fédération accueillera les sympathisants."});
  }
  list(out, page, now);
  out("</div>");
}

}  // namespace accounts
