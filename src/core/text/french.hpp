#pragma once
// How French is written: dates, numbers, plurals, typographic spaces. No-break spaces (U+00A0, U+202F) are in the
// results.

#include <chrono>
#include <span>
#include <string>
#include <string_view>

#include "core/clock.hpp"

namespace french {

// Dates, always as the clocks of Paris show them. In what follows the spaces inside "18 h 00" and "27 nov." do not
// break.
std::string day(std::chrono::year_month_day day);           ///< "jeu. 27 nov."
std::string day_and_year(std::chrono::year_month_day day);  ///< "jeu. 27 nov. 2025"
std::string whole_day(std::chrono::year_month_day day);     ///< "jeudi 27 novembre"
std::string long_day(std::chrono::year_month_day day);      ///< "jeudi 27 novembre 2025"
std::string hour(paris::Local local);                       ///< "18 h 00"
std::string short_hour(paris::Local local);                 ///< "18 h", "9 h 30": where room is scarce
std::string moment(paris::Instant instant);                 ///< "jeu. 27 nov. à 18 h 00"
std::string span(paris::Instant start,
                 paris::Instant end);  ///< "sam. 29 nov. de 10 h 00 à 12 h 30"; "du … au …" over several days
std::string short_month(std::chrono::month month);          ///< "nov."
std::string month_and_year(std::chrono::year_month month);  ///< "novembre 2025"
/// "à l’instant", "il y a 2 min", "il y a 2 h", "hier", "jeu. 27 nov.", "27 nov. 2024".
std::string ago(paris::Instant then, paris::Instant now);

/// The day alone, kindly: "aujourd’hui", "hier", "il y a 3 jours", "il y a 2 semaines", "il y a 5 mois", "il y a plus
/// d’un an".
std::string days_ago(paris::Instant then, paris::Instant now);

std::string number(long long count);             ///< "12 345"
std::string percent(double part, double whole);  ///< "62 %", "–" of nothing
/// "0 participant", "1 participant", "12 345 participants": in French the plural begins at two.
std::string count(long long number, std::string_view one, std::string_view several);
/// Only the word.
std::string_view plural(long long number, std::string_view one, std::string_view several);
std::string file_size(long long bytes);  ///< "820 Ko", "1,4 Mo"

std::string list(std::span<const std::string> words);  ///< "Ana, Bob et Chloé"
std::string of(std::string_view name);                 ///< "d’Inès", "de Malik"
std::string quoted(std::string_view text);             ///< "« … »"
/// For what people type: straight apostrophes and quotes, missing no-break spaces before ; : ! ? and inside « ».
std::string typographic(std::string_view text);

}  // namespace french
