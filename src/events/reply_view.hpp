#pragma once
#include <string>

#include "events/page_view.hpp"

namespace events {

struct ReplyPage {
  const Detail& event;
  std::string first_name;
  ui::Answer asked;            ///< by the link that was followed
  std::string yes, maybe, no;  ///< paths that answer so
  std::string calendar;        ///< path of the file
  std::string notice;          ///< what could not be taken as it was said

  [[nodiscard]] const std::string& path(ui::Answer answer) const {
    return answer == ui::Answer::yes ? yes : answer == ui::Answer::maybe ? maybe : no;
  }
};

void write_confirm(html::Out& out, const ReplyPage& page);  ///< before it is recorded
void write_noted(html::Out& out, const ReplyPage& page);    ///< afterwards

/// What cannot be done any more, and why.
void write_too_late(html::Out& out, std::string_view title, std::string_view text);

}  // namespace events
