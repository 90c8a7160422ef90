#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/html.hpp"
#include "core/ids.hpp"
#include "images/picture.hpp"

namespace events {

/// Whom a list of people to invite is made of: the section, the coopains, a group, a list or a zone of the section. Of
/// a zone nobody sees more than how many live there.
struct Source {
  std::string kind;  ///< section, coopains, group, list, zone
  std::int64_t id;   ///< 0 for the coopains
  std::string name;
  std::int64_t people;
  bool whole;  ///< may be invited as a whole, those the viewer cannot see included

  [[nodiscard]] std::string code() const { return kind == "coopains" ? kind : kind + "-" + std::to_string(id); }
};

/// Whoever comes there later is invited by themselves.
struct Arrivals {
  std::int64_t id;
  std::string where;  ///< «la section Besançon-Nord»
};

struct Candidate {
  MemberId id;
  std::string first_name, last_name;
  std::optional<std::string> section;
  bool invited;
  std::optional<std::string> answer;
  std::optional<images::PictureId> picture;

  [[nodiscard]] std::string name() const { return first_name + ' ' + last_name; }
};

struct GuestsPage {
  EventId event;
  bool draft;
  std::string title;
  bool repeats;  ///< whoever is invited is invited to every date
  std::vector<Source> sources;
  const Source* source;  ///< the one shown; none: there is nobody to invite
  std::string words;     ///< searched for
  std::vector<Candidate> people;
  std::int64_t total;  ///< of the source, with those of other pages
  std::vector<Arrivals> arrivals;
  std::optional<html::Url> first, next;
  std::string csrf;
};
void write(html::Out& out, const GuestsPage& page);

}  // namespace events
