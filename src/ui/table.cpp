#include "ui/table.hpp"

#include "core/text/french.hpp"
#include "ui/form.hpp"

namespace ui {

using html::Attribute;
using html::Flag;

namespace {
void title(html::Out& out, const Column& column) {
  std::optional<std::string_view> sorted;
  Icon sign = "arrow-up-down";
  if (column.sorted == Column::Sorted::up) {
    sorted = "ascending";
    sign = "arrow-up";
  } else if (column.sorted == Column::Sorted::down) {
    sorted = "descending";
    sign = "arrow-down";
  }
  out(R"(<th scope="col" {} {}>)", Attribute("aria-sort", sorted),
      Attribute("class", column.number ? std::optional("number") : std::nullopt));
  if (column.sort)
    out(R"(<a href="{}">{}{}</a>)", *column.sort, column.label, icon(sign));
  else
    out("{}", column.label);
  out("</th>");
}
}  // namespace

void open_table(html::Out& out, const Table& table) {
  out(R"(<div class="table"><table><caption class="sr">{}</caption><thead><tr>)", table.caption);
  if (!table.tick.empty())
    out(R"(<th class="tick"><label><input type="checkbox" aria-label="Choisir toute la page" hidden data-selection-target="all" )"
        R"(data-action="selection#all"><span class="page">Toute la page</span></label></th>)");
  for (const auto& column : table.columns) title(out, column);
  out("</tr></thead><tbody>");
}

void Rows::open(const RowHead& head) {
  out_(R"(<tr {} {}>)", Attribute("id", head.id.empty() ? std::nullopt : std::optional(head.id)),
       Attribute("class", head.tone.empty() ? std::nullopt : std::optional(head.tone)));
  if (table_.tick.empty()) return;
  out_(
      R"(<td class="tick"><label><input type="checkbox" name="{}" value="{}" aria-label="Choisir {}" {} data-selection-target="box" )"
      R"(data-action="selection#count"></label></td>)",
      table_.tick, head.value, head.name, Flag("checked", head.ticked));
}

void Cells::open() {
  const auto& column = columns_[std::min(next_, columns_.size() - 1)];
  if (next_ == 0)
    out_(R"(<th scope="row">)");
  else
    out_(R"(<td data-label="{}" {}>)", column.label,
         Attribute("class", column.number ? std::optional("number") : std::nullopt));
}

void Cells::close() {
  if (next_ == 0)
    out_("</th>");
  else
    out_("</td>");
  ++next_;
}

void Cells::cell(std::string_view text) {
  cell([&] { out_("{}", text); });
}

void open_selection_form(html::Out& out, const SelectionForm& form) {
  out(R"(<form class="selection" method="post" action="{}" data-controller="selection">)", form.action);
  hidden(out, csrf_field, form.csrf);
}

void open_selection_bar(html::Out& out, const SelectionBar& bar) {
  out(R"(<div class="selected" data-selection-target="bar"><p class="words" aria-live="polite" data-selection-target="words" data-one="{}" data-several="{}">)"
      R"(Avec les lignes cochées</p>)",
      bar.one, bar.several);
  if (bar.total > 0)
    out(R"(<label class="everyone"><input type="checkbox" name="all" value="1" data-selection-target="everyone" data-action="selection#count">)"
        R"( Prendre les {}</label>)",
        french::number(bar.total));
  out(R"(<div class="actions">)");
}

}  // namespace ui
