#include "core/text/french.hpp"
#include "ui/form.hpp"
#include "ui/icon.hpp"
#include "ui/page_parts.hpp"

namespace ui {

using html::Attribute;

namespace {
struct CounterWords {
  std::string_view css, one, several;
};

CounterWords words(Counter counter) {
  switch (counter) {
    case Counter::messages:
      return {"count-messages", "non lu", "non lus"};
    case Counter::coopains:
      return {"count-coopains", "demande", "demandes"};
    case Counter::groups:
      return {"count-groups", "nouveauté", "nouveautés"};
    case Counter::agenda:
      break;
  }
  return {"count-agenda", "invitation", "invitations"};
}

// Nothing at all for zero: an empty badge is not shown.
void badge_content(html::Out& out, Counter counter, int count) {
  if (count <= 0) return;
  out(R"({}<span class="sr"> {}</span>)", count > 99 ? "99+" : std::to_string(count),
      french::plural(count, words(counter).one, words(counter).several));
}

void badge(html::Out& out, Counter counter, int count) {
  out(R"(<span class="badge {}">)", words(counter).css);
  badge_content(out, counter, count);
  out("</span>");
}

Attribute current(Key key, const Page& page) {
  return {"aria-current", key == page.here ? std::optional("page") : std::nullopt};
}

struct Directory {
  Key key;
  html::Url href;
  Icon icon;
  std::string label;
};

std::vector<Directory> directories(const Theme& theme) {
  return {{Key::members, html::Url::local("/membres"), "users", "Tous les membres"},
          {Key::events, html::Url::local("/evenements"), "calendar-plus", "Tous les événements"},
          {Key::all_groups, html::Url::local("/groupes"), "network", "Tous les groupes"},
          {Key::party, html::Url::local("/parti"), "landmark", "Tout " + theme.organisation}};
}

void sign_out(html::Out& out, const Frame& frame) {
  // No page of a member is left behind for whoever presses «back».
  form(out, {.action = html::Url::local("/deconnexion"), .csrf = frame.csrf, .whole_page = true, .css = ""},
       [&] { submit(out, {.label = "Se déconnecter", .look = Look::quiet, .icon = "log-out"}); });
}

// Whole days begin at midnight, which nothing else does.
std::string short_moment(paris::Instant start) {
  const auto local = paris::local(start);
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  return local == midnight ? french::day(std::chrono::year_month_day(midnight)) : french::moment(start);
}

void next_dates(html::Out& out, const Remote& remote) {
  out(R"(<ul class="soon" aria-label="Mes prochaines dates" {}>)", html::Flag("hidden", remote.next_dates.empty()));
  for (const auto& next : remote.next_dates)
    out(R"(<li><a href="{}"><time datetime="{}">{}</time> {}</a></li>)", next.href, paris::machine(next.start),
        short_moment(next.start), next.title);
  out("</ul>");
}

// On a phone: is there something behind «Plus»?
void dot(html::Out& out, const Remote& remote) {
  out(R"(<span class="dot count-more" {}></span>)",
      html::Flag("hidden", remote.coopain_requests + remote.group_news == 0));
}

// On phones the bar has five places; the rest opens from the fifth.
void more(html::Out& out, const Frame& frame, const Page& page) {
  const Remote& remote = *frame.remote;
  out(R"(<details class="more" data-controller="more"><summary>{}<span>Plus</span>)", icon("menu"));
  dot(out, remote);
  out(R"(</summary><div class="sheet"><div class="me">)");
  face(out, remote.me);
  out(R"(<div><a class="name" href="{}">{}</a><a href="/compte">Modifier mon compte</a></div></div><ul class="keys">)",
      remote.me.href, remote.me.name);
  out(R"(<li><a href="/coopains" {}>{}<span>Mes coopains</span>)", current(Key::coopains, page), icon("handshake"));
  badge(out, Counter::coopains, remote.coopain_requests);
  out(R"(</a></li><li><a href="/mes-groupes" {}>{}<span>Mes groupes</span>)", current(Key::groups, page),
      icon("messages-square"));
  badge(out, Counter::groups, remote.group_news);
  out("</a></li>");
  for (const auto& directory : directories(*frame.theme))
    out(R"(<li><a href="{}" {}>{}<span>{}</span></a></li>)", directory.href, current(directory.key, page),
        icon(directory.icon), directory.label);
  out("</ul>");
  sign_out(out, frame);
  out("</div></details>");
}
}  // namespace

void counter_stream(html::Out& out, Counter counter, int count) {
  out(R"(<turbo-stream action="update" targets=".{}"><template>)", words(counter).css);
  badge_content(out, counter, count);
  out("</template></turbo-stream>");
}

void remote_streams(html::Out& out, const Remote& remote) {
  counter_stream(out, Counter::messages, remote.unread_messages);
  counter_stream(out, Counter::coopains, remote.coopain_requests);
  counter_stream(out, Counter::groups, remote.group_news);
  counter_stream(out, Counter::agenda, remote.invitations);
  out(R"(<turbo-stream action="replace" targets=".count-more"><template>)");
  dot(out, remote);
  out(R"(</template></turbo-stream><turbo-stream action="replace" targets=".soon"><template>)");
  next_dates(out, remote);
  out("</template></turbo-stream>");
}

namespace parts {

void top_bar(html::Out& out, const Frame& frame, const Page& page) {
  out(R"(<header class="top">)");
  mark(out, *frame.theme);
  if (frame.remote) {
    out(R"(<nav class="directories" aria-label="Annuaires">)");
    for (const auto& directory : directories(*frame.theme))
      out(R"(<a href="{}" {}>{}</a>)", directory.href, current(directory.key, page), directory.label);
    out(R"(</nav><form class="search" role="search" method="get" action="/recherche" data-controller="completion" data-completion-url-value="/recherche/propositions"><label class="sr" for="search">Rechercher</label>{})"
        R"(<input id="search" name="q" type="search" placeholder="Un nom, une section, un événement…" autocomplete="off" enterkeyhint="search" data-completion-target="input" )"
        R"(data-action="input->completion#look keydown->completion#key blur->completion#close">)"
        R"(<ul id="search-found" class="found" role="listbox" aria-label="Propositions" hidden data-completion-target="list" data-action="mousedown->completion#hold"></ul></form>)",
        icon("search"));
  } else {
    link_button(out, html::Url::local("/"), {.label = "Se connecter", .look = Look::plain});
  }
  out("</header>");
}

void remote(html::Out& out, const Frame& frame, const Page& page) {
  const Remote& remote = *frame.remote;
  const auto section = remote.section.value_or(html::Url::local("/parti"));
  out(R"(<nav class="remote" aria-label="Télécommande"><ul class="keys">)");
  out(R"(<li><a href="/" {}>{}<span>Accueil</span></a></li>)", current(Key::home, page), icon("house"));
  out(R"(<li><a href="{}" {}>{}<span><span class="my">Ma </span>section</span></a></li>)", section,
      current(Key::section, page), icon("users-round"));
  out(R"(<li><a href="/messages" {}>{}<span><span class="my">Ma </span>messagerie</span>)",
      current(Key::messages, page), icon("mail"));
  badge(out, Counter::messages, remote.unread_messages);
  out(R"(</a></li><li class="desk"><a href="/coopains" {}>{}<span>Mes coopains</span>)", current(Key::coopains, page),
      icon("handshake"));
  badge(out, Counter::coopains, remote.coopain_requests);
  out(R"(</a></li><li class="desk"><a href="/mes-groupes" {}>{}<span>Mes groupes</span>)", current(Key::groups, page),
      icon("messages-square"));
  badge(out, Counter::groups, remote.group_news);
  out(R"(</a></li><li><a href="/agenda" {}>{}<span><span class="my">Mon </span>agenda</span>)",
      current(Key::agenda, page), icon("calendar-days"));
  badge(out, Counter::agenda, remote.invitations);
  out("</a></li></ul>");
  next_dates(out, remote);
  out(R"(<div class="me desk">)");
  face(out, remote.me);
  out(R"(<div><a class="name" href="{}">{}</a><a href="/compte" {}>Modifier mon compte</a></div></div><div class="desk">)",
      remote.me.href, remote.me.name, current(Key::account, page));
  sign_out(out, frame);
  out("</div>");
  more(out, frame, page);
  out("</nav>");
}

}  // namespace parts

}  // namespace ui
