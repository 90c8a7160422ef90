#include "sections/import_report.hpp"

#include <algorithm>

namespace sections {
namespace {

// More remarks than anybody reads; the counts beside them are of all lines.
constexpr size_t most_findings = 5000;

const pg::Statement<void(ImportId, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::int64_t,
                         std::int64_t, std::int64_t, std::vector<std::int32_t>, std::vector<std::string>,
                         std::vector<std::string>, std::vector<std::string>)>
    finish_import{"sections.finish_import", R"(
  update register_import set state = 'done', finished_at = now(), content = null, lines_done = lines_total,
         report = jsonb_build_object(
           'counts', jsonb_build_object('lines', $2::bigint, 'added', $3::bigint, 'changed', $4::bigint, 'same', $5::bigint, 'incomplete', $6::bigint,
                                        'members', $7::bigint, 'refused', $8::bigint, 'merged', $9::bigint),
           'findings', (select coalesce(jsonb_agg(jsonb_build_array(line, field, severity, message)), '[]')
                          from unnest($10::integer[], $11::text[], $12::text[], $13::text[]) as f (line, field, severity, message)))
   where id = $1)"};

std::string words(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      return "note";
  }
  return "note";
}

struct Findings {
  std::vector<std::int32_t> lines;
  std::vector<std::string> fields, severities, messages;

  void add(size_t line, const std::string& field, const std::string& severity, const std::string& message) {
    if (lines.size() >= most_findings) return;
    lines.push_back(static_cast<std::int32_t>(line));
    fields.push_back(field);
    severities.push_back(severity);
    messages.push_back(message);
  }
};

}  // namespace

void keep_report(pg::Batch& batch, ImportId import, std::span<const RegisterLine> lines, const MergeCounts& counts,
                 std::span<const std::int32_t> shared) {
  Findings findings;
  std::int64_t refused = 0, merged = 0;
  for (const auto& line : lines) {
    refused += line.standing() == Standing::refused;
    merged += line.standing() == Standing::merged;
    for (const auto& finding : line.findings)
      findings.add(line.line, std::string(label(finding.field)), words(finding.severity), finding.message);
    if (std::ranges::binary_search(shared, static_cast<std::int32_t>(line.line)))
      findings.add(line.line, std::string(label(Field::email)), "warning",
                   "Quelqu’un d’autre de ton fichier a déjà cette adresse : il en faut une par personne.");
  }
  batch.run(finish_import, import, std::ssize(lines), counts.added, counts.changed, counts.same, counts.incomplete,
            counts.members, refused, merged, findings.lines, findings.fields, findings.severities, findings.messages);
}

}  // namespace sections
