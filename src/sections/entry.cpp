#include "sections/entry.hpp"

namespace sections {
namespace {

Text given(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Text sex(const RegisterLine& line) {
  if (line.sex == Sex::unsaid) return std::nullopt;
  return line.sex == Sex::woman ? "f" : "m";
}

// Why nobody can be written to, as the database says it.
Text reason(const RegisterLine& line) {
  const auto incomplete = line.incomplete();
  if (!incomplete) return std::nullopt;
  switch (*incomplete) {
    case Incomplete::missing:
      return "missing";
    case Incomplete::invalid:
      return "invalid";
    case Incomplete::shared:
      return "shared";
  }
  return std::nullopt;
}

// In a file these are told and left aside; somebody who is typing can mend them at once.
bool to_mend(const Finding& finding) {
  switch (finding.kind) {
    case FindingKind::missing_email:
    case FindingKind::suspect_email:
    case FindingKind::suspect_name:
    case FindingKind::repaired:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::optional<RegisterLine> check(EntryForm& form, std::chrono::year_month_day today) {
  Matching each_in_its_place;
  for (const auto field : all_fields()) each_in_its_place.set(field, static_cast<size_t>(field));
  auto line = parse_register_line(1, form.cells, each_in_its_place, today);
  if (!line) {
    form.errors.add(std::string(key(Field::first_name)), "Indique au moins un prénom et un nom.");
    return std::nullopt;
  }
  for (const auto& finding : line->findings)
    if (to_mend(finding)) form.errors.add(std::string(key(finding.field)), finding.message);
  if (!form.errors.empty()) return std::nullopt;
  return line;
}

EntryValues values(const RegisterLine& l) {
  return {given(l.number), l.joined_on,          sex(l),         l.first_name,    l.last_name,      l.born_on,
          given(l.email),  given(l.typed_email), given(l.phone), given(l.mobile), given(l.address), given(l.postcode),
          given(l.city),   given(l.country),     reason(l)};
}

}  // namespace sections
