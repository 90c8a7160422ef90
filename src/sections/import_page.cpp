#include "sections/import_page.hpp"

#include <charconv>
#include <iterator>
#include <sstream>

#include "core/clock.hpp"
#include "core/tables/problem.hpp"
#include "core/tables/write.hpp"
#include "sections/import_columns_view.hpp"
#include "sections/import_report_view.hpp"
#include "sections/import_view.hpp"
#include "sections/waiting.hpp"

namespace sections {
namespace {

constexpr std::int32_t part_bytes = 1024 * 1024;  // all of most files, and enough of the others
constexpr std::int64_t page_size = 50;

struct Part {
  pg::Bytes bytes;
  bool cut;
  std::vector<std::string> remembered;  // "digest skip column…", of files that came before
};
const pg::Statement<void(SpaceId)> note_download{"sections.note_download", "select note_reach($1, 'section.report')"};
const pg::Statement<Part(SpaceId, ImportId, std::int32_t)> first_part{"sections.first_part", R"(
  select substring(content from 1 for $3), length(content) > $3,
         array(select concat_ws(' ', m.titles, m.skip, array_to_string(m.columns, ' ')) from register_matching m where m.section_id = $1 order by m.used_at desc limit 50)
    from register_import
   where section_id = $1 and id = $2 and state = 'matching' and content is not null)"};
const pg::Statement<ReportCounts(SpaceId, ImportId)> report_counts{"sections.report_counts", R"(
  select coalesce(c.lines, 0), coalesce(c.added, 0), coalesce(c.changed, 0), coalesce(c.same, 0), coalesce(c.incomplete, 0), coalesce(c.members, 0),
         coalesce(c.refused, 0), coalesce(c.merged, 0), coalesce(jsonb_array_length(i.report->'findings'), 0)::bigint, i.refused is not null,
         coalesce(register_undo_bar($1, $2), 'over')
    from register_import i, jsonb_to_record(coalesce(i.report->'counts', '{}')) as c (lines bigint, added bigint, changed bigint, same bigint, incomplete bigint,
                                                                     members bigint, refused bigint, merged bigint)
   where i.section_id = $1 and i.id = $2)"};
const pg::Statement<ReportLine(SpaceId, ImportId, std::string, std::int64_t, std::int64_t)> report_lines{
    "sections.report_lines", R"(
  select f.nth, (f.said->>0)::integer, f.said->>1, f.said->>2, f.said->>3
    from register_import i, jsonb_array_elements(coalesce(i.report->'findings', '[]')) with ordinality as f (said, nth)
   where i.section_id = $1 and i.id = $2 and f.nth > $4 and ($3 = '' or f.said->>2 = $3)
   order by f.nth limit $5)"};
const pg::Statement<void(SpaceId, ImportId, std::vector<std::int32_t>, std::int32_t)> keep_columns{
    "sections.keep_columns", R"(
  update register_import set matching = jsonb_build_object('columns', to_jsonb($3::integer[]), 'skip', $4::integer)
   where section_id = $1 and id = $2 and state = 'matching')"};
const pg::Statement<void(SpaceId, std::string, std::vector<std::int32_t>, std::int32_t)> remember_columns{
    "sections.remember_columns", R"(
  insert into register_matching (section_id, titles, columns, skip) values ($1, $2, $3, $4)
  on conflict (section_id, titles) do update set columns = excluded.columns, skip = excluded.skip, used_at = now())"};
// A second click finds it queued already.
const pg::Statement<void(SpaceId, ImportId, std::string)> queue_import{"sections.queue_import", R"(
  with queued as (
    update register_import set state = 'queued' where section_id = $1 and id = $2 and state = 'matching' returning id)
  select enqueue_job($3, 'import ' || queued.id, jsonb_build_object('import', queued.id, 'member', viewer_id()), null) from queued)"};

std::chrono::year_month_day today() {
  return paris::day(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

std::optional<size_t> number(const std::string& typed) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), value);
  if (error != std::errc{} || end != typed.data() + typed.size() || value > tables::max_columns) return std::nullopt;
  return value;
}

Columns chosen(const gate::Visit& v) {
  Columns columns;
  if (v.field("titles") != "1")
    columns.skip = 0;
  else
    columns.skip = static_cast<std::int32_t>(number(v.field("skip")).value_or(1));
  for (const auto field : all_fields()) columns.matching.set(field, number(v.field(column_field(field))));
  return columns;
}

// What is left of a choice when a column is not there.
void forget_missing(Columns& columns, size_t widest) {
  for (const auto field : all_fields())
    if (columns.matching[field] >= widest) columns.matching.set(field, std::nullopt);
}

std::optional<Columns> remembered(const Part& part, const Proposal& proposal) {
  const auto digest = titles_digest(proposal);
  for (const auto& line : part.remembered) {
    std::istringstream words(line);
    std::string titles;
    Columns columns;
    words >> titles >> columns.skip;
    if (titles != digest) continue;
    columns.matching = matching_of({std::istream_iterator<std::int32_t>(words), {}});
    return columns;
  }
  return std::nullopt;
}

ColumnsView columns_view(const RegisterDesk& desk, const ImportRow& import, const Part& part) {
  ColumnsView view{.desk = desk,
                   .import = import,
                   .head = read_first_rows(part.bytes.octets, part.cut),
                   .proposal = {},
                   .columns = {},
                   .today = today()};
  view.proposal = propose_matching(view.head.rows);
  if (import.columns) {
    view.columns = {matching_of(*import.columns), import.skip.value_or(1)};
  } else if (const auto before = remembered(part, view.proposal)) {
    view.columns = *before;
    view.remembered = true;
  } else {
    view.columns = {view.proposal.matching, static_cast<std::int32_t>(view.proposal.skipped_rows)};
  }
  forget_missing(view.columns, view.proposal.titles.size());
  view.check = check_lines(part.bytes.octets, part.cut, view.columns, view.today);
  return view;
}

http::Response columns_answer(gate::Visit& v, const ColumnsView& view, int status) {
  return v.page(
      {.title = office_title("Importer", view.desk.section), .here = ui::Key::section},
      [&](html::Out& out) { columns_page(out, view, v.csrf()); }, status);
}

http::Response report_answer(gate::Visit& v, ReportView view, std::int64_t after) {
  const auto id = view.desk.section.id;
  const std::string severity = view.severity.empty() ? "" : "gravite=" + view.severity;
  if (after) view.pager.previous = import_url(id, view.import.id, severity.empty() ? "" : "?" + severity);
  if (std::ssize(view.lines) > page_size) {
    view.lines.pop_back();
    view.pager.next =
        import_url(id, view.import.id,
                   "?apres=" + std::to_string(view.lines.back().nth) + (severity.empty() ? "" : "&" + severity));
  }
  return v.page({.title = office_title("Résultat", view.desk.section), .here = ui::Key::section},
                [&](html::Out& out) { report_page(out, view, v.csrf()); });
}

std::string known_severity(const std::string& asked) {
  return asked == "error" || asked == "warning" || asked == "note" ? asked : "";
}

}  // namespace

http::Response show_import(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto which = v.id<ImportId>("import");
  const auto severity = known_severity(v.query("gravite"));
  const auto row = v.one(find_desk, id);
  const auto import = v.one(find_import, id, which);
  const auto part = v.maybe(first_part, id, which, part_bytes);
  const auto report = v.one(report_counts, id, which);
  auto lines = v.all(report_lines, id, which, severity, page_after(v), page_size + 1);
  v.ask();
  const RegisterDesk desk(*row, Place::import);
  if (import->state == "matching" && *part) return columns_answer(v, columns_view(desk, *import, **part), 200);
  if (import->state == "done" || import->state == "undone")
    return report_answer(v, {desk, *import, *report, severity, lines.take(), {}}, page_after(v));
  const ui::Page page{.title = "Importer", .here = ui::Key::section};
  if (import->state == "failed") return v.page(page, [&](html::Out& out) { failed_page(out, {desk, *import}); });
  auto response = v.page(page, [&](html::Out& out) { waiting_page(out, {desk, *import}); });
  come_back_soon(response);
  return response;
}

http::Response match_columns(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto which = v.id<ImportId>("import");
  const auto columns = chosen(v);
  const auto desk = v.one(find_desk, id);
  v.run(keep_columns, id, which, numbers(columns.matching), columns.skip);
  const auto import = v.one(find_import, id, which);
  const auto part = v.maybe(first_part, id, which, part_bytes);
  v.ask();
  if (v.field("act") != "import" || import->state != "matching" || !*part) return v.redirect(import_path(id, which));
  auto view = columns_view({*desk, Place::import}, *import, **part);
  if (const auto fault = fault_of(columns.matching, view.proposal.titles.size())) {
    view.error = *fault;
    return columns_answer(v, view, 422);
  }
  v.run(remember_columns, id, titles_digest(view.proposal), numbers(columns.matching), columns.skip);
  v.run(queue_import, id, which, std::string(import_job));
  v.ask();
  return v.redirect(import_path(id, which));
}

http::Response download_report(gate::Visit& v) {
  const auto id = v.id<SpaceId>("section");
  const auto which = v.id<ImportId>("import");
  v.one(find_import, id, which);
  v.run(note_download, id);
  const auto lines = v.all(report_lines, id, which, "", 0, std::int64_t{1'000'000});
  v.ask();
  std::vector<std::vector<std::string>> rows{{"Ligne", "État", "Champ", "Remarque"}};
  for (const auto& line : *lines)
    rows.push_back({std::to_string(line.line), std::string(severity_words(line.severity)), line.field, line.message});
  auto response = http::Response::text(tables::write_csv(rows));
  response.headers.set("content-type", "text/csv; charset=utf-8");
  response.headers.set("content-disposition", "attachment; filename=\"resultat-import.csv\"");
  return response;
}

}  // namespace sections
