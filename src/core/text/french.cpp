#include "core/text/french.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace french {

namespace {
constexpr std::string_view nbsp = "\u00a0";
constexpr std::string_view thin = "\u202f";

constexpr std::array<std::string_view, 7> weekdays = {"dimanche", "lundi",    "mardi", "mercredi",
                                                      "jeudi",    "vendredi", "samedi"};
constexpr std::array<std::string_view, 7> short_weekdays = {"dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."};
constexpr std::array<std::string_view, 12> months = {"janvier",   "février", "mars",     "avril",
                                                     "mai",       "juin",    "juillet",  "août",
                                                     "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> short_months = {"janv.", "févr.", "mars",  "avril", "mai",  "juin",
                                                           "juil.", "août",  "sept.", "oct.",  "nov.", "déc."};

unsigned weekday(std::chrono::year_month_day day) {
  return std::chrono::weekday(std::chrono::sys_days(day)).c_encoding();
}
unsigned index(std::chrono::month month) {
  return static_cast<unsigned>(month) - 1;
}

// "1er" is written for the first day only.
std::string day_number(std::chrono::day day) {
  return day == std::chrono::day(1) ? "1er" : std::to_string(static_cast<unsigned>(day));
}

template <class... Parts>
std::string join(const Parts&... parts) {
  std::string text;
  (text.append(std::string_view(parts)), ...);
  return text;
}

std::string day_of_month(std::chrono::year_month_day day) {
  return join(day_number(day.day()), nbsp, short_months[index(day.month())]);
}
}  // namespace

std::string day(std::chrono::year_month_day day) {
  return join(short_weekdays[weekday(day)], nbsp, day_of_month(day));
}

std::string day_and_year(std::chrono::year_month_day value) {
  return join(day(value), nbsp, std::to_string(static_cast<int>(value.year())));
}

std::string whole_day(std::chrono::year_month_day day) {
  return join(weekdays[weekday(day)], nbsp, day_number(day.day()), nbsp, months[index(day.month())]);
}

std::string long_day(std::chrono::year_month_day day) {
  return join(whole_day(day), nbsp, std::to_string(static_cast<int>(day.year())));
}

std::string hour(paris::Local local) {
  const std::chrono::hh_mm_ss clock(local - std::chrono::floor<std::chrono::days>(local));
  const auto minutes = clock.minutes().count();
  return join(std::to_string(clock.hours().count()), nbsp, "h", nbsp, minutes < 10 ? "0" : "", std::to_string(minutes));
}

std::string short_hour(paris::Local local) {
  const auto text = hour(local);
  static const auto sharp = join(nbsp, "00");
  return text.ends_with(sharp) ? text.substr(0, text.size() - sharp.size()) : text;
}

std::string moment(paris::Instant instant) {
  return join(day(paris::day(instant)), " à", nbsp, hour(paris::local(instant)));
}

std::string span(paris::Instant start, paris::Instant end) {
  const auto first = paris::day(start), last = paris::day(end);
  if (first == last) {
    return join(day(first), " de", nbsp, hour(paris::local(start)), " à", nbsp, hour(paris::local(end)));
  }
  return join("du ", moment(start), " au ", moment(end));
}

std::string short_month(std::chrono::month month) {
  return std::string(short_months[index(month)]);
}

std::string month_and_year(std::chrono::year_month month) {
  return join(months[index(month.month())], nbsp, std::to_string(static_cast<int>(month.year())));
}

std::string ago(paris::Instant then, paris::Instant now) {
  using namespace std::chrono;
  const auto past = now - then;
  if (past < 1min) return "à l’instant";
  if (past < 1h) return join("il y a", nbsp, std::to_string(duration_cast<minutes>(past).count()), nbsp, "min");
  const auto then_day = paris::day(then), today = paris::day(now);
  if (then_day == today || past < 6h)
    return join("il y a", nbsp, std::to_string(duration_cast<hours>(past).count()), nbsp, "h");
  if (sys_days(today) - sys_days(then_day) == days(1)) return "hier";
  if (then_day.year() == today.year() || sys_days(today) - sys_days(then_day) < days(180)) return day(then_day);
  return join(day_of_month(then_day), nbsp, std::to_string(static_cast<int>(then_day.year())));
}

std::string days_ago(paris::Instant then, paris::Instant now) {
  using namespace std::chrono;
  const auto past = (sys_days(paris::day(now)) - sys_days(paris::day(then))).count();
  const auto words = [](long long many, std::string_view unit) {
    return join("il y a", nbsp, std::to_string(many), nbsp, unit);
  };
  if (past < 1) return "aujourd’hui";
  if (past == 1) return "hier";
  if (past < 14) return words(past, "jours");
  if (past < 60) return words(past / 7, "semaines");
  if (past < 365) return words(past / 30, "mois");
  return join("il y a", nbsp, "plus d’un an");
}

std::string number(long long count) {
  const auto digits = std::to_string(count < 0 ? -count : count);
  std::string text = count < 0 ? "−" : "";
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += thin;
    text += digits[i];
  }
  return text;
}

std::string percent(double part, double whole) {
  if (whole <= 0) return "–";
  return join(std::to_string(std::llround(100 * part / whole)), nbsp, "%");
}

std::string_view plural(long long number, std::string_view one, std::string_view several) {
  return number > 1 || number < -1 ? several : one;
}

std::string count(long long how_many, std::string_view one, std::string_view several) {
  return join(number(how_many), nbsp, plural(how_many, one, several));
}

std::string file_size(long long bytes) {
  if (bytes < 1024) return count(bytes, "octet", "octets");
  constexpr long long kilobyte = 1024, megabyte = kilobyte * kilobyte;
  if (bytes < megabyte) return join(number((bytes + kilobyte / 2) / kilobyte), nbsp, "Ko");
  const auto tenths = (bytes * 10 + megabyte / 2) / megabyte;
  return join(number(tenths / 10), tenths % 10 != 0 ? "," + std::to_string(tenths % 10) : "", nbsp, "Mo");
}

std::string list(std::span<const std::string> words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " et " : ", ";
    text += words[i];
  }
  return text;
}

std::string of(std::string_view name) {
  // A mute h is the rule for first names (d’Hélène); "Y" is a vowel before a consonant (d’Yves, de Yasmine).
  static constexpr std::string_view vowels[] = {"a", "e", "i", "o", "u", "h", "A", "E", "I", "O", "U", "H", "à", "â",
                                                "é", "è", "ê", "ë", "î", "ï", "ô", "ö", "û", "ü", "œ", "æ", "À", "Â",
                                                "É", "È", "Ê", "Ë", "Î", "Ï", "Ô", "Ö", "Û", "Ü", "Œ", "Æ"};
  const auto starts_with_vowel = [](std::string_view word) {
    return std::ranges::any_of(vowels, [&](std::string_view vowel) { return word.starts_with(vowel); });
  };
  const bool vowel_y = (name.starts_with('Y') || name.starts_with('y')) && !starts_with_vowel(name.substr(1));
  return join(starts_with_vowel(name) || vowel_y ? "d’" : "de ", name);
}

std::string quoted(std::string_view text) {
  return join("«", thin, text, thin, "»");
}

std::string typographic(std::string_view text) {
  std::string result;
  result.reserve(text.size() + 16);
  bool quote_open = false;
  const auto drop_space = [&] {
    if (result.ends_with(' ')) result.pop_back();
  };
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto next_word = text.find_first_not_of(";:!?", i);
    const bool before_end = next_word == std::string_view::npos || text[next_word] == ' ' || text[next_word] == '\n';
    const bool after_blank = result.ends_with(' ') || result.ends_with(nbsp) || result.ends_with(thin);
    if (c == '\'') {
      result += "’";
    } else if (c == '"') {
      if (quote_open) drop_space();
      result += quote_open ? join(thin, "»") : join("«", thin);
      if (!quote_open && text.substr(i + 1).starts_with(' ')) ++i;
      quote_open = !quote_open;
    } else if ((c == ';' || c == '!' || c == '?' || c == ':') && !result.empty() && before_end) {
      // Only before the end of a word: "10:30" and addresses stay as they are. Several in a row take one space.
      const bool after_mark =
          result.ends_with('!') || result.ends_with('?') || result.ends_with(thin) || result.ends_with(nbsp);
      if (after_blank) drop_space();
      if (!after_mark) result += c == ':' ? nbsp : thin;
      result += c;
    } else if (text.substr(i).starts_with("« ")) {
      result += join("«", thin);
      i += 2;
    } else if (text.substr(i).starts_with(" »")) {
      result += join(thin, "»");
      i += 2;
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace french
