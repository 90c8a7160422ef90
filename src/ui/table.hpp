#pragma once
// Tables that people work with: sorting, ticking several rows, and cards instead of columns on phones.
//
//   ui::selection_form(out, {.action = url, .csrf = frame.csrf, .total = 400}, [&] {
//     ui::table(out, {.caption = "Membres de la section", .columns = columns, .tick = "member"}, [&](ui::Rows& rows) {
//       for (const auto& m : members)
//         rows.row({.value = std::to_string(m.id), .name = m.name}, [&](ui::Cells& cells) {
//           cells.cell([&] { ui::person_inline(out, m.person); });
//           cells.cell(m.role);
//         });
//     });
//     ui::selection_bar(out, [&] { ui::submit(out, {.label = "Écrire", .icon = "mail"}); });
//   });

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/html.hpp"

namespace ui {

struct Column {
  enum class Sorted { no, up, down };
  std::string label = {};
  std::optional<html::Url> sort = {};  ///< where a click on the title leads
  Sorted sorted = Sorted::no;
  bool number = false;  ///< aligned right
};

struct Table {
  std::string_view caption = {};  ///< read out, not shown
  std::span<const Column> columns;
  std::string_view tick = {};  ///< name of the boxes; empty: no boxes
};

struct RowHead {
  std::string value = {};  ///< of its box
  std::string name = {};   ///< whom the box ticks, read out: «Choisir Albin Mercadier»
  bool ticked = false;
  std::string id = {};         ///< of the row, for live updates
  std::string_view tone = {};  ///< "wrong": a row to look at
};

/// The cells of one row, in the order of the columns. The first one is the row's title.
class Cells {
 public:
  Cells(html::Out& out, std::span<const Column> columns) : out_(out), columns_(columns) {}
  template <class Body>
  requires std::invocable<Body>
  void cell(Body&& body) {
    open();
    body();
    close();
  }
  void cell(std::string_view text);

 private:
  void open();
  void close();
  html::Out& out_;
  std::span<const Column> columns_;
  size_t next_ = 0;
};

class Rows {
 public:
  Rows(html::Out& out, const Table& table) : out_(out), table_(table) {}
  template <class Body>
  void row(const RowHead& head, Body&& body) {
    open(head);
    Cells cells(out_, table_.columns);
    body(cells);
    out_("</tr>");
  }

 private:
  void open(const RowHead& head);
  html::Out& out_;
  const Table& table_;
};

template <class Body>
void table(html::Out& out, const Table& table, Body&& body);

/// A form around a table and its bar. `total` above what the page shows offers to take them all: the form then also
/// sends all=1.
struct SelectionForm {
  html::Url action = html::Url::local("");
  std::string_view csrf = {};
};
template <class Body>
void selection_form(html::Out& out, const SelectionForm& form, Body&& body);

/// Says how many are ticked, and holds the buttons. With script it appears with the first tick; without, it is always
/// there.
struct SelectionBar {
  int total = 0;  ///< of all pages; 0: this page is all
  std::string_view one = "personne choisie", several = "personnes choisies";
};
template <class Body>
void selection_bar(html::Out& out, const SelectionBar& bar, Body&& body);

// —

void open_table(html::Out& out, const Table& table);
void open_selection_form(html::Out& out, const SelectionForm& form);
void open_selection_bar(html::Out& out, const SelectionBar& bar);

template <class Body>
void table(html::Out& out, const Table& table, Body&& body) {
  open_table(out, table);
  Rows rows(out, table);
  body(rows);
  out("</tbody></table></div>");
}

template <class Body>
void selection_form(html::Out& out, const SelectionForm& form, Body&& body) {
  open_selection_form(out, form);
  body();
  out("</form>");
}

template <class Body>
void selection_bar(html::Out& out, const SelectionBar& bar, Body&& body) {
  open_selection_bar(out, bar);
  body();
  out("</div></div>");
}

}  // namespace ui
