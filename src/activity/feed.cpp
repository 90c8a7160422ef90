#include "activity/feed.hpp"

#include <algorithm>
#include <array>

#include "activity/list_view.hpp"
#include "activity/live.hpp"
#include "activity/news.hpp"
#include "events/filter.hpp"
#include "ui/feedback.hpp"
#include "ui/navigation.hpp"

namespace activity {
namespace {

constexpr size_t on_dashboard = 8;  // groups

struct Circle {
  std::string_view word, code, label;
};
// The words of viewer_spaces(); of coopains, «the party» is the federation that we share.
constexpr std::array<Circle, 4> circles{{{"all", "", "Tous"},
                                         {"section", "section", "Ma section"},
                                         {"party", "parti", "Ma fédération"},
                                         {"groups", "groupes", "Mes groupes"}}};

std::string address(const std::string& circle, std::int64_t before) {
  std::string path = "/fil", sign = "?";
  for (const auto& [word, code, label] : circles)
    if (word == circle && !code.empty()) {
      path.append(sign).append("cercle=").append(code);
      sign = "&";
    }
  if (before > 0) path.append(sign).append("avant=").append(std::to_string(before));
  return path;
}

Place place(gate::Visit& v, std::string back) {
  return {.viewer = v.viewer().id,
          .back = std::move(back),
          .csrf = v.csrf(),
          .now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
}

void write_form(html::Out& out, gate::Visit& v, const Words& words, const std::string& back_to) {
  const auto question = "Quoi de neuf, " + v.viewer().first_name + " ?";
  write_say_form(out, {.action = "/fil", .back = back_to, .label = question, .button = "Partager"}, words, v.csrf());
}

http::Response page(gate::Visit& v, const Words& words, int status) {
  const auto circle = events::circle_filter(v);
  const auto before = v.query_id("avant");
  auto rows = v.all(feed_entries, circle, before, window_size);
  v.ask();
  const auto window = read(rows.take());
  const bool whole = circle == "all" && before == 0;  // what /vif tells of
  return v.page(
      {.title = "Le fil de mes coopains",
       .here = ui::Key::home,
       .live_topics = whole ? watch_feed(v.services.settings, v.viewer().id) : ""},
      [&](html::Out& out) {
        out(R"(<div class="stack narrow"><h1>Le fil de mes coopains</h1>)");
        ui::error_summary(out, words.errors);
        write_form(out, v, words, "/fil");
        std::vector<ui::Tab> pills;
        for (const auto& [word, code, label] : circles)
          pills.push_back({.label = std::string(label),
                           .href = html::Url::local(address(std::string(word), 0)),
                           .current = word == circle});
        ui::pills(out, "Filtrer le fil", pills);
        if (whole) write_news(out, "/fil", window);
        if (!window.entries.empty())
          write_groups(out, grouped(window.entries, v.viewer().id), place(v, "/fil"));
        else if (before > 0 || window.next > 0)
          out(R"(<p class="soft">Rien ici que tu puisses voir.</p>)");
        else
          ui::empty_state(out, {.icon = "handshake",
                                .title = "Rien de neuf par ici.",
                                .text = "Ce que font tes coopains s’affiche ici. Trouve-les dans l’annuaire, puis "
                                        "«\u202fAjouter\u202f».",
                                .href = html::Url::local("/membres"),
                                .link = "Ouvrir l’annuaire"});
        ui::Pager pager;
        if (before > 0) pager.previous = html::Url::local(address(circle, 0));
        if (window.next > 0) pager.next = html::Url::local(address(circle, window.next));
        ui::pager(out, pager);
        out("</div>");
      },
      status);
}

}  // namespace

void write_latest(html::Out& out, gate::Visit& v, const Window& window) {
  out(R"(<section class="stack" id="fil">)");
  ui::head(out, {.title = "Le fil de mes coopains", .href = html::Url::local("/fil"), .link = "Voir tout"});
  write_form(out, v, {}, "/");
  write_news(out, "/", window);
  auto groups = grouped(window.entries, v.viewer().id);
  if (groups.size() > on_dashboard) groups.erase(groups.begin() + on_dashboard, groups.end());
  if (groups.empty())
    out(R"(<p class="soft">Ce que font tes coopains s’affiche ici. <a href="/membres">Trouve-les dans l’annuaire</a>.</p>)");
  else
    write_groups(out, groups, place(v, "/"));
  out("</section>");
}

http::Response feed(gate::Visit& v) {
  return page(v, {}, 200);
}

http::Response share(gate::Visit& v) {
  const auto words = read_words(v);
  if (!words.errors.empty()) return page(v, words, 422);
  v.run(say, std::nullopt, words.text, words.link);
  v.ask();
  return v.redirect(back(v, "/fil"), "C’est partagé avec celles et ceux qui voient ton profil.");
}

}  // namespace activity
