#include "sections/import_job.hpp"

#include "core/clock.hpp"
#include "core/json.hpp"
#include "core/log.hpp"
#include "core/tables/read.hpp"
#include "sections/import.hpp"
#include "sections/import_refused.hpp"
#include "sections/import_report.hpp"
#include "sections/register_duplicates.hpp"
#include "sections/register_merge.hpp"

namespace sections {
namespace {

constexpr size_t lines_at_once = 2000;

struct Taken {
  SpaceId section;
  std::string kind, file_name;
  std::vector<std::int32_t> columns;
  std::int32_t skip;
  pg::Bytes content;
};
const pg::Statement<Taken(ImportId)> take_import{"sections.take_import", R"(
  update register_import set state = 'running', lines_done = 0 where id = $1 and state in ('queued', 'running')
  returning section_id, kind, file_name, array(select column_number::integer from jsonb_array_elements_text(matching->'columns') as c (column_number)),
            (matching->>'skip')::integer, content)"};
const pg::Statement<void(ImportId, std::int32_t, std::int32_t)> tell_progress{
    "sections.tell_progress", "update register_import set lines_total = $2, lines_done = $3 where id = $1"};
const pg::Statement<void()> count_lines{"sections.count_lines", "select register_lines_counted()"};
const pg::Statement<void(ImportId, std::string)> fail_import{"sections.fail_import", R"(
  update register_import set state = 'failed', problem = nullif($2, ''), content = null, finished_at = now() where id = $1)"};
const pg::Statement<void(SpaceId, std::string)> note_import{"sections.note_import", R"(
  insert into audit_entry (actor_id, space_id, act, detail) values (viewer_id(), $1, 'section.import', $2))"};
const pg::Statement<pg::Bytes(ImportId)> workbook_content{
    "sections.workbook_content", "select content from register_import where id = $1 and state = 'reading'"};
const pg::Statement<void(ImportId, pg::Bytes, std::int32_t)> keep_csv{"sections.keep_csv", R"(
  update register_import set content = $2, lines_total = $3, state = 'matching' where id = $1 and state = 'reading')"};
const pg::Statement<void()> purge{"sections.purge_imports", "select purge_register_imports()"};

struct Asked {
  ImportId import;
  MemberId member;
};
Asked asked(const jobs::Job& job) {
  const json::Object payload(job.payload);
  return {ImportId(payload.number("import").value()), MemberId(payload.number("member").value())};
}

// Each write is made as whoever asked for the import: who no longer runs the section writes nothing.
pg::Batch as(MemberId member) {
  pg::Batch batch;
  batch.run(jobs::act_as, member);
  return batch;
}

void fail(jobs::Job& job, const Asked& who, const std::string& problem) {
  auto batch = as(who.member);
  unstage(batch, who.import);  // while it still runs: afterwards nobody reaches its lines
  batch.run(fail_import, who.import, problem);
  job.done(batch);
  job.database.send(batch);
}

std::chrono::year_month_day today() {
  return paris::day(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
}

tables::Summary read_lines(const Taken& taken, std::vector<RegisterLine>& lines) {
  const auto matching = matching_of(taken.columns);
  const auto day = today();
  auto skip = taken.skip;
  return tables::read(taken.content.octets, [&](const tables::Row& row) {
    if (skip-- <= 0)
      if (auto line = parse_register_line(row.line, row.cells, matching, day)) lines.push_back(std::move(*line));
    return true;
  });
}

void put_down(jobs::Job& job, const Asked& who, const std::vector<const RegisterLine*>& lines) {
  auto fresh = as(who.member);
  unstage(fresh, who.import);  // of a former attempt
  job.database.send(fresh);
  for (size_t at = 0; at < lines.size(); at += lines_at_once) {
    if (job.stopping()) throw jobs::Stopped{};
    const auto portion = std::span(lines).subspan(at, std::min(lines_at_once, lines.size() - at));
    auto batch = as(who.member);
    stage(batch, who.import, portion);
    batch.run(tell_progress, who.import, static_cast<std::int32_t>(lines.size()),
              static_cast<std::int32_t>(at + portion.size()));
    job.renew(batch);
    job.database.send(batch);
  }
  if (lines.size() > lines_at_once) job.database.run(count_lines);
}

// How long each part took, in milliseconds.
class Laps {
 public:
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    return std::chrono::duration<double, std::milli>(now - std::exchange(last_, now)).count();
  }

 private:
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

void import(jobs::Job& job, const Asked& who) {
  Laps laps;
  auto taking = as(who.member);
  const auto found = taking.maybe(take_import, who.import);
  job.database.send(taking);
  if (!*found) return;
  const Taken& taken = **found;

  std::vector<RegisterLine> lines;
  const auto summary = read_lines(taken, lines);
  if (summary.problem) return fail(job, who, tables::message(*summary.problem));
  job.renew();
  settle_duplicates(lines);
  std::vector<const RegisterLine*> kept;
  for (const auto& line : lines)
    if (line.standing() == Standing::ready || line.standing() == Standing::incomplete) kept.push_back(&line);
  const auto checked = laps.lap();
  put_down(job, who, kept);
  const auto put = laps.lap();

  pg::Transaction transaction(job.database);
  auto batch = as(who.member);
  const auto reply = merge(batch, who.import, taken.section, taken.kind);
  transaction.send(batch);
  pg::Batch last;
  keep_report(last, who.import, lines, *reply.counts, *reply.shared_with_register);
  keep_refused(last, who.import, taken.content.octets, {matching_of(taken.columns), taken.skip}, lines);
  last.run(note_import, taken.section, taken.file_name);
  job.done(last);
  transaction.send(last);
  transaction.commit();
  logging::info("import", {{"lines", lines.size()}, {"checked_ms", checked}, {"put_ms", put}, {"kept_ms", laps.lap()}});
}

void convert(jobs::Job& job, const Asked& who) {
  auto reading = as(who.member);
  const auto content = reading.maybe(workbook_content, who.import);
  job.database.send(reading);
  if (!*content) return;
  std::string csv = csv_start;
  size_t line = 1;
  const auto summary = tables::read((*content)->octets, [&](const tables::Row& row) {
    for (; line < row.line; ++line) csv += "\r\n";
    append_plain_row(csv, row.cells);
    ++line;
    return true;
  });
  if (summary.problem) return fail(job, who, tables::message(*summary.problem));
  auto batch = as(who.member);
  batch.run(keep_csv, who.import, pg::Bytes{csv}, static_cast<std::int32_t>(summary.rows));
  job.done(batch);
  job.database.send(batch);
}

// Whoever waits before the screen must be told in the end, whatever went wrong.
void or_tell(jobs::Job& job, void (*work)(jobs::Job&, const Asked&)) {
  const auto who = asked(job);
  try {
    work(job, who);
  } catch (const std::exception& error) {
    if (job.attempt < import_attempts) throw;
    logging::error("import given up", {{"import", who.import.number()}, {"error", error.what()}});
    fail(job, who, "");
  }
}

}  // namespace

void run_import(jobs::Job& job) {
  or_tell(job, import);
}
void read_workbook(jobs::Job& job) {
  or_tell(job, convert);
}

void purge_imports(jobs::Job& job) {
  job.database.run(purge);
}

}  // namespace sections
