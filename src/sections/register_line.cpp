#include "sections/register_line.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "core/text/phone.hpp"
#include "sections/register_date.hpp"
#include "sections/register_dues.hpp"
#include "sections/register_name.hpp"
#include "sections/register_place.hpp"
#include "sections/register_sex.hpp"

namespace sections {

namespace {

// Characters. The names' limit is the register's (db/migrations).
constexpr size_t longest_name = 80, longest_number = 40, longest_address = 300, longest_postcode = 12,
                 longest_city = 100;

class LineReader {
 public:
  LineReader(RegisterLine& line, std::span<const std::string> cells, const Matching& matching,
             std::chrono::year_month_day today)
      : line_(line), cells_(cells), matching_(matching), today_(today) {}

  bool is_blank() const {
    return std::ranges::all_of(all_fields(), [&](Field field) { return text::tidy(cell(field)).empty(); });
  }

  void read() {
    line_.number = limited(Field::number, longest_number);
    line_.joined_on = date(Field::joined_on, DateOf::joining);
    sex();
    line_.first_name = name(Field::first_name, "Il manque le prénom.");
    line_.last_name = name(Field::last_name, "Il manque le nom.");
    line_.born_on = date(Field::born_on, DateOf::birth);
    email();
    line_.phone = telephone(Field::phone);
    line_.mobile = telephone(Field::mobile);
    swap_telephones();
    address();
    country();
    postcode();
    line_.city = read_city(limited(Field::city, longest_city));
    dues();
  }

 private:
  [[nodiscard]] std::string_view cell(Field field) const {
    const auto column = matching_[field];
    return column && *column < cells_.size() ? std::string_view(cells_[*column]) : std::string_view();
  }

  void say(Field field, Severity severity, FindingKind kind, std::string message) {
    line_.findings.push_back({field, severity, kind, std::move(message)});
  }
  void warn(Field field, FindingKind kind, std::string message) {
    say(field, Severity::warning, kind, std::move(message));
  }
  void note(Field field, std::string message) { say(field, Severity::note, FindingKind::repaired, std::move(message)); }

  std::string limited(Field field, size_t longest) {
    auto words = text::tidy(cell(field));
    if (text::length(words) <= longest) return words;
    warn(field, FindingKind::too_long,
         "«\u202f" + std::string(label(field)) + "\u202f» dépasse " + std::to_string(longest) +
             " caractères, c’est laissé de côté.");
    return {};
  }

  std::string name(Field field, const char* when_missing) {
    const auto typed = text::tidy(cell(field));
    if (text::fold(typed).empty()) {
      say(field, Severity::error, FindingKind::missing_name, when_missing);
      return {};
    }
    if (text::length(typed) > longest_name) {
      say(field, Severity::error, FindingKind::too_long,
          "«\u202f" + std::string(label(field)) + "\u202f» dépasse " + std::to_string(longest_name) +
              " caractères. Raccourcis-le.");
      return {};
    }
    if (is_suspect_name(typed))
      warn(field, FindingKind::suspect_name,
           "«\u202f" + std::string(label(field)) +
               "\u202f» contient des signes étonnants. Vérifie que les colonnes ne sont pas décalées.");
    return readable_name(typed);
  }

  std::optional<std::chrono::year_month_day> date(Field field, DateOf what) {
    const auto typed = text::tidy(cell(field));
    if (typed.empty()) return {};
    const auto read = read_date(typed, what, today_);
    const auto start = "«\u202f" + std::string(label(field)) + "\u202f»\u00a0: ";
    if (read.american) note(field, start + "le mois est écrit avant le jour, la date a été retournée.");
    if (read.fault == DateFault::none) return read.day;
    const char* why = read.fault == DateFault::no_such_day ? "ce jour n’existe pas"
                      : read.fault == DateFault::future    ? "ce jour n’est pas encore venu"
                      : read.fault == DateFault::too_old   ? "c’est avant 1900"
                                                           : "je ne reconnais pas de date";
    warn(field, FindingKind::invalid_date, start + why + ". Écris-la comme 31/12/1980.");
    return {};
  }

  void sex() {
    const auto typed = text::tidy(cell(Field::sex));
    const auto read = read_sex(typed);
    line_.sex = read.value_or(Sex::unsaid);
    if (!read && !typed.empty())
      warn(Field::sex, FindingKind::unknown_sex, "Je n’ai pas compris le sexe, il est laissé de côté. Écris F ou M.");
  }

  void email() {
    const auto typed = text::tidy(cell(Field::email));
    const auto read = email::read(typed);
    line_.email = read.address;
    if (read.fault != email::Fault::none && read.fault != email::Fault::missing &&
        text::length(typed) <= email::max_length)
      line_.typed_email = typed;
    switch (read.fault) {
      case email::Fault::none:
        if (!read.suggestion.empty())
          warn(Field::email, FindingKind::suspect_email,
               "L’adresse ressemble à une faute de frappe. Voulais-tu écrire " + read.suggestion + "\u202f?");
        return;
      case email::Fault::missing:
        return warn(Field::email, FindingKind::missing_email, "Il manque le courriel.");
      case email::Fault::several:
        return warn(Field::email, FindingKind::several_emails,
                    "Il y a plusieurs adresses dans «\u202fCourriel\u202f». Gardes-en une.");
      case email::Fault::accent:
        return warn(Field::email, FindingKind::invalid_email, "L’adresse a un accent avant l’arobase. Corrige-la.");
      case email::Fault::malformed:
        return warn(Field::email, FindingKind::invalid_email, "L’adresse n’est pas un courriel. Corrige-la.");
    }
  }

  std::string telephone(Field field) {
    const auto typed = text::tidy(cell(field));
    if (text::fold(typed).empty()) return {};
    const auto read = phone::read(typed);
    if (read.number.empty())
      warn(
          field, FindingKind::invalid_phone,
          "«\u202f" + std::string(label(field)) + "\u202f» n’est pas un numéro que je connais, il est laissé de côté.");
    if (read.zero_was_lost) note(field, "Le 0 perdu du numéro a été remis.");
    if (!read.second.empty()) {
      second_ = read.second;
      note(field, "Il y avait deux numéros dans «\u202f" + std::string(label(field)) + "\u202f».");
    }
    return read.number;
  }

  // A mobile in «Téléphone» belongs in «Portable», if nothing is there, and the other way round.
  void swap_telephones() {
    auto& free = line_.phone.empty() ? line_.phone : line_.mobile;
    if (!second_.empty() && free.empty()) free = second_;
    const bool both = !line_.phone.empty() && !line_.mobile.empty();
    const bool misplaced =
        both ? phone::is_mobile(line_.phone) && !phone::is_mobile(line_.mobile) && line_.mobile.starts_with("+33")
             : phone::is_mobile(line_.phone) || (line_.mobile.starts_with("+33") && !phone::is_mobile(line_.mobile));
    if (!misplaced) return;
    std::swap(line_.phone, line_.mobile);
    note(Field::mobile, "Fixe et portable ont été remis à leur place.");
  }

  void address() {
    line_.address = text::tidy_lines(cell(Field::address));
    if (text::length(line_.address) <= longest_address) return;
    line_.address.clear();
    warn(Field::address, FindingKind::too_long,
         "L’adresse dépasse " + std::to_string(longest_address) + " caractères, elle est laissée de côté.");
  }

  void country() {
    const auto typed = text::tidy(cell(Field::country));
    if (text::fold(typed).empty()) return;
    const auto read = read_country(typed);
    line_.country = read.value_or("");
    if (!read) warn(Field::country, FindingKind::unknown_country, "Je ne connais pas ce pays, il est laissé de côté.");
  }

  void postcode() {
    const auto typed = limited(Field::postcode, longest_postcode);
    if (typed.empty()) return;
    const auto read = read_postcode(typed, line_.country);
    line_.postcode = read.postcode;
    if (read.repaired) note(Field::postcode, "Le code postal a été remis en forme.");
    if (!read.valid)
      warn(Field::postcode, FindingKind::invalid_postcode,
           "Ce code postal n’existe pas en France. Vérifie-le, ou indique le pays.");
  }

  void dues() {
    const auto read = read_dues(text::tidy(cell(Field::dues)), today_);
    line_.dues = read.value_or("");
    if (!read)
      warn(Field::dues, FindingKind::unknown_dues,
           "Je n’ai pas compris la cotisation, elle est laissée de côté. Écris oui, non, une année ou une date.");
  }

  RegisterLine& line_;
  std::span<const std::string> cells_;
  const Matching& matching_;
  std::chrono::year_month_day today_;
  std::string second_;
};

}  // namespace

std::string_view key(FindingKind kind) {
  constexpr std::array<std::string_view, 16> keys{
      "missing_name",    "too_long",      "number_taken", "missing_email", "invalid_email", "several_emails",
      "shared_email",    "suspect_email", "suspect_name", "invalid_date",  "invalid_phone", "invalid_postcode",
      "unknown_country", "unknown_sex",   "unknown_dues", "repaired"};
  return kind == FindingKind::same_person ? "same_person" : keys[static_cast<size_t>(kind)];
}

Standing RegisterLine::standing() const {
  if (merged_into) return Standing::merged;
  if (std::ranges::any_of(findings, [](const Finding& finding) { return finding.severity == Severity::error; }))
    return Standing::refused;
  return incomplete() ? Standing::incomplete : Standing::ready;
}

std::optional<Incomplete> RegisterLine::incomplete() const {
  for (const auto& finding : findings) {
    if (finding.kind == FindingKind::missing_email) return Incomplete::missing;
    if (finding.kind == FindingKind::invalid_email || finding.kind == FindingKind::several_emails)
      return Incomplete::invalid;
    if (finding.kind == FindingKind::shared_email) return Incomplete::shared;
  }
  return {};
}

std::optional<RegisterLine> parse_register_line(size_t line, std::span<const std::string> cells,
                                                const Matching& matching, std::chrono::year_month_day today) {
  std::optional<RegisterLine> read(std::in_place);
  read->line = line;
  LineReader reader(*read, cells, matching, today);
  if (reader.is_blank()) return {};
  reader.read();
  return read;
}

}  // namespace sections
