// Any cells read as a membership file give lines that the register can keep. One row a line, cells between tabs.

#include <algorithm>
#include <cstdint>

#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "core/text/phone.hpp"
#include "core/utf8.hpp"
#include "must.hpp"
#include "sections/register_duplicates.hpp"
#include "sections/register_line.hpp"

namespace {

using namespace std::chrono_literals;

constexpr auto today = 2026y / 3 / 15;

std::vector<std::vector<std::string>> rows_of(std::string_view bytes) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  for (const char c : bytes) {
    if (c == '\n')
      rows.emplace_back(1);
    else if (c == '\t')
      rows.back().emplace_back();
    else if (c != '\0')
      rows.back().back() += c;
  }
  return rows;
}

void check(const sections::RegisterLine& line) {
  for (const auto member :
       {&sections::RegisterLine::number, &sections::RegisterLine::first_name, &sections::RegisterLine::last_name,
        &sections::RegisterLine::email, &sections::RegisterLine::typed_email, &sections::RegisterLine::postcode,
        &sections::RegisterLine::city, &sections::RegisterLine::country}) {
    const auto& words = line.*member;
    must(utf8::valid(words), "text is UTF-8");
    must(words == text::tidy(words), "text is tidy");
  }
  must(line.address == text::tidy_lines(line.address), "the address is tidy");
  must(line.email.empty() || email::read(line.email).address == line.email, "an address is an address");
  for (const auto& number : {line.phone, line.mobile})
    must(number.empty() || phone::read(number).number == number, "a number is a number");
  must(text::length(line.first_name) <= 80 && text::length(line.last_name) <= 80, "names fit the register");
  for (const auto& day : {line.born_on, line.joined_on}) must(!day || (day->ok() && *day <= today), "days have been");
  const bool named = !line.first_name.empty() && !line.last_name.empty();
  must(named || line.standing() == sections::Standing::refused, "no line without a name goes in");
  must(line.standing() != sections::Standing::ready || !line.email.empty(), "who can be invited has an address");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const auto rows = rows_of({reinterpret_cast<const char*>(data), size});
  const auto proposal = sections::propose_matching(rows);
  auto matching = proposal.matching;
  // Where neither titles nor cells tell, the order of the form, so that every field is reached.
  if (!matching[sections::Field::email])
    for (const auto field : sections::all_fields()) matching.set(field, static_cast<size_t>(field));

  std::vector<sections::RegisterLine> lines;
  for (size_t i = proposal.skipped_rows; i < rows.size(); ++i)
    if (auto line = sections::parse_register_line(i + 1, rows[i], matching, today)) {
      check(*line);
      lines.push_back(std::move(*line));
    }
  const auto counts = sections::settle_duplicates(lines);
  const auto merged =
      std::ranges::count_if(lines, [](const auto& line) { return line.merged_into && *line.merged_into < line.line; });
  must(static_cast<size_t>(merged) == counts.merged, "merged lines point up");
  return 0;
}
