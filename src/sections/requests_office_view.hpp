#pragma once

#include <string>
#include <vector>

#include "images/picture.hpp"
#include "sections/office.hpp"

namespace sections {

inline constexpr int longest_reply = 500;  // characters

struct RequestRow {
  std::int64_t id;
  MemberId member;
  std::string name, city, section, words;
  pg::Time asked_at;
  bool former;  ///< was of the section once
  std::optional<images::PictureId> picture;
};

struct RequestsOffice {
  SectionName section;
  std::vector<RequestRow> rows;
  std::vector<std::int64_t> ticked;
  std::string reply, error;  ///< of a form that came back
};
void requests_office(html::Out& out, const RequestsOffice& page, std::string_view csrf);

}  // namespace sections
