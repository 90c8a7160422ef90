#include "federations/activation.hpp"

#include <algorithm>
#include <array>

#include "core/tables/write.hpp"
#include "core/text/french.hpp"
#include "federations/office.hpp"
#include "sections/office.hpp"
#include "ui/feedback.hpp"
#include "ui/form.hpp"
#include "ui/table.hpp"

namespace federations {
namespace {

constexpr size_t page_size = 50;
constexpr std::string_view few = "moins de 5";

struct Row {
  SpaceId id;
  std::string name, city;
  bool active, run, invited;
  std::optional<std::string> secretaries;
  std::optional<std::int64_t> members;
  bool has_register;
  std::optional<std::int32_t> rate;
  std::optional<std::int64_t> active_members;
};
const pg::Statement<Row(SpaceId)> figures_of{"federations.figures", R"(
  select s.id, s.name, coalesce(p.city, ''), s.activated_at is not null,
         exists (select from membership b where b.space_id = s.id and b.role = 'secretary'),
         exists (select from invitation i where i.space_id = s.id and i.role = 'secretary' and i.accepted_at is null),
         (select string_agg(m.first_name || ' ' || m.last_name, ', ' order by m.last_name)
            from membership b join member m on m.id = b.member_id where b.space_id = s.id and b.role = 'secretary'),
         x.members, x.has_register, x.rate, x.active
    from federation_figures($1) x join space s on s.id = x.id left join section_profile p on p.space_id = s.id order by s.name, s.id)"};

enum class State { open, waiting, alone };

State state(const Row& row) {
  if (!row.run && !row.invited) return State::alone;
  return row.active && row.run ? State::open : State::waiting;
}
const char* words(State state) {
  switch (state) {
    case State::open:
      return "ouverte";
    case State::waiting:
      return "en attente";
    case State::alone:
      break;
  }
  return "sans secrétaire";
}
ui::Tone tone(State state) {
  return state == State::open ? ui::Tone::good : state == State::waiting ? ui::Tone::warning : ui::Tone::bad;
}

constexpr std::array<std::pair<std::string_view, State>, 3> filters{
    {{"ouvertes", State::open}, {"en-attente", State::waiting}, {"sans-secretaire", State::alone}}};

struct Asked {
  std::string sort, filter;
  size_t page = 1;

  [[nodiscard]] std::string query() const {
    std::string text;
    const auto add = [&](std::string_view name, std::string_view value) {
      if (!value.empty()) (text += text.empty() ? '?' : '&').append(name).append("=").append(value);
    };
    add("tri", sort);
    add("etat", filter);
    if (page > 1) add("page", std::to_string(page));
    return text;
  }
};

Asked asked(const gate::Visit& v) {
  Asked asked;
  for (const auto* sort : {"membres", "taux", "actifs", "-membres", "-taux", "-actifs", "-nom"})
    if (v.query("tri") == sort) asked.sort = sort;
  for (const auto& [name, state] : filters)
    if (v.query("etat") == name) asked.filter = name;
  asked.page = static_cast<size_t>(std::clamp<std::int64_t>(v.query_id("page"), 1, 10'000));
  return asked;
}

// What is not told counts as least.
std::int64_t key(const Row& row, std::string_view sort) {
  if (sort == "membres") return row.members.value_or(-1);
  if (sort == "taux") return row.rate.value_or(-1);
  return row.active_members.value_or(-1);
}

void sort_and_filter(std::vector<Row>& rows, const Asked& asked) {
  for (const auto& [name, wanted] : filters)
    if (asked.filter == name) std::erase_if(rows, [wanted = wanted](const Row& row) { return state(row) != wanted; });
  const bool down = asked.sort.starts_with('-');
  const auto by = std::string_view(asked.sort).substr(down ? 1 : 0);
  if (by.empty()) return;
  if (by == "nom") {
    std::ranges::reverse(rows);
    return;
  }
  std::ranges::stable_sort(
      rows, [&](const Row& a, const Row& b) { return down ? key(a, by) > key(b, by) : key(a, by) < key(b, by); });
}

std::string told(std::optional<std::int64_t> figure) {
  return figure ? french::number(*figure) : std::string(few);
}
// Of those whom the section's file names, in tens.
std::string rate(const Row& row) {
  if (!row.has_register) return "pas de fichier";
  return row.rate ? french::number(*row.rate) + "\u202f%" : std::string(few);
}

html::Url address(SpaceId id, const Asked& asked, std::string_view file = "") {
  return html::Url::local(federation_path(id, "/gestion/activation" + std::string(file) + asked.query()));
}

ui::Column column(SpaceId id, const Asked& asked, const char* label, const std::string& by, bool first_up) {
  const std::string up = by == "nom" ? "" : by, down = "-" + by;
  ui::Column column{.label = label, .number = by != "nom"};
  Asked next = asked;
  next.page = 1;
  if (asked.sort == up) {
    column.sorted = ui::Column::Sorted::up;
    next.sort = down;
  } else if (asked.sort == down) {
    column.sorted = ui::Column::Sorted::down;
    next.sort = up;
  } else {
    next.sort = first_up ? up : down;
  }
  column.sort = address(id, next);
  return column;
}

void filter_pills(html::Out& out, SpaceId id, const Asked& asked) {
  std::vector<ui::Tab> tabs;
  const auto add = [&](const char* label, std::string_view name) {
    Asked other = asked;
    other.filter = name;
    other.page = 1;
    tabs.push_back({.label = label, .href = address(id, other), .current = asked.filter == name});
  };
  add("Toutes", "");
  add("Ouvertes", "ouvertes");
  add("En attente", "en-attente");
  add("Sans secrétaire", "sans-secretaire");
  ui::pills(out, "État", tabs);
}

void write(html::Out& out, SpaceId id, const Asked& asked, const std::vector<Row>& rows) {
  out(R"(<p>Où en est chaque section. Le taux compare celles et ceux qui ont ouvert leur compte aux personnes du fichier de la section, arrondi à la dizaine ; )"
      R"(« actifs » compte les visites des trente derniers jours. Sous cinq personnes, le chiffre n’est pas donné : il en désignerait.</p>)");
  filter_pills(out, id, asked);
  if (rows.empty()) {
    ui::empty_state(out, {.icon = "building-2", .title = "Aucune section dans cet état."});
    return;
  }
  const std::array columns{column(id, asked, "Section", "nom", true), ui::Column{.label = "État"},
                           column(id, asked, "Membres", "membres", false),
                           column(id, asked, "Activation", "taux", false),
                           column(id, asked, "Actifs", "actifs", false)};
  const size_t first = std::min((asked.page - 1) * page_size, rows.size());
  const size_t last = std::min(first + page_size, rows.size());
  ui::table(out, {.caption = "Activation des sections", .columns = columns}, [&](ui::Rows& table) {
    for (size_t i = first; i < last; ++i) {
      const Row& row = rows[i];
      table.row({}, [&](ui::Cells& cells) {
        cells.cell([&] {
          out(R"(<a href="{}">{}</a>)", sections::section_url(row.id), row.name);
          if (row.secretaries) out(R"(<br><span class="soft">{}</span>)", *row.secretaries);
        });
        cells.cell([&] { ui::chip(out, words(state(row)), tone(state(row))); });
        cells.cell(told(row.members));
        cells.cell(rate(row));
        cells.cell(told(row.active_members));
      });
    }
  });
  Asked before = asked, after = asked;
  --before.page;
  ++after.page;
  ui::pager(out, {.previous = first > 0 ? std::optional(address(id, before)) : std::nullopt,
                  .next = last < rows.size() ? std::optional(address(id, after)) : std::nullopt,
                  .words = french::number(static_cast<long long>(first + 1)) + " à " +
                           french::number(static_cast<long long>(last)) + " sur " +
                           french::number(static_cast<long long>(rows.size()))});
  ui::link_button(out, address(id, {.sort = asked.sort, .filter = asked.filter}, ".csv"),
                  {.label = "Télécharger ces chiffres", .look = ui::Look::plain, .icon = "download"});
}

}  // namespace

http::Response show_activation(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  const auto name = v.one(federation_name, id);
  auto found = v.all(figures_of, id);
  v.ask();
  const auto wanted = asked(v);
  auto rows = found.take();
  sort_and_filter(rows, wanted);
  return office_page(v, id, *name, Room::activation, "Activation",
                     [&](html::Out& out) { write(out, id, wanted, rows); });
}

http::Response download_activation(gate::Visit& v) {
  const auto id = v.id<SpaceId>("federation");
  v.no_frame();
  auto found = v.all(figures_of, id);
  v.ask();
  auto rows = found.take();
  sort_and_filter(rows, asked(v));
  std::vector<std::vector<std::string>> lines{{"Section", "Ville", "État", "Membres", "Activation", "Actifs"}};
  for (const auto& row : rows)
    lines.push_back({row.name, row.city, words(state(row)), told(row.members), rate(row), told(row.active_members)});
  auto response = http::Response::text(tables::write_csv(lines));
  response.headers.set("content-type", "text/csv; charset=utf-8");
  response.headers.set("content-disposition", "attachment; filename=\"activation.csv\"");
  return response;
}

}  // namespace federations
