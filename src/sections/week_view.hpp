#pragma once

#include "sections/office.hpp"
#include "sections/week_text.hpp"

namespace sections {

struct WeekPage {
  SectionName section;
  Week week;
  Audience audience;
  std::vector<WeekDay> days;
  std::string text;
};
void week_page(html::Out& out, const WeekPage& page);

}  // namespace sections
