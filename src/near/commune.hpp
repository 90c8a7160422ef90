#pragma once
// A commune by what somebody types: its name, the beginning of it, or a postcode.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/html.hpp"
#include "core/pg/statement.hpp"

namespace near {

struct Commune {
  std::string code, name, department;
  bool same;  ///< its whole name is what was typed
};
/// Of a postcode, or whose name begins so, the one that is meant first.
extern const pg::Statement<Commune(std::string, std::int64_t)> communes_named;
inline constexpr std::int64_t most_communes = 12;

struct Origin {
  std::string code, name, department;
  std::optional<double> latitude, longitude;  ///< none: nobody knows where it is
};
/// Of that code; of the viewer for "". No row when it is not known.
extern const pg::Statement<Origin(std::string)> origin;

/// The one that leaves no doubt.
std::optional<Commune> meant(const std::vector<Commune>& found);
/// «Besançon (25)»
std::string words(const Commune& commune);
/// «Quelle commune ?», or that none has that name; `there` is the page about that commune.
void write_choice(html::Out& out, const std::vector<Commune>& found,
                  const std::function<html::Url(const std::string& code)>& there);

}  // namespace near
