#pragma once
// What the mails to guests have in common: the facts, the three answers in one click, the calendar file.

#include "core/mail/composer.hpp"
#include "core/mail/letter.hpp"
#include "events/calendar_file.hpp"
#include "events/links.hpp"
#include "notifications/link.hpp"

namespace events {

/// The event as its guest sees it now.
struct Invited {
  std::string kind, invitation_text, cancellation_text;
  bool guest;                         ///< still invited
  std::optional<std::string> answer;  ///< theirs
  bool over;
  std::optional<std::string> host;  ///< who invited them, if they may see who
};

struct GuestMail {
  Entry entry;
  Invited invited;
  bool wanted;                  ///< at once, and by mail
  std::vector<Entry> apart;     ///< the dates of its series that differ, or are cancelled
  std::optional<Entry> former;  ///< of the series that ended where this one begins
};
/// Nothing when the event is not theirs to see any more. What has no kind cannot be refused.
std::optional<GuestMail> look_up(pg::Connection& database, const mail::Row& row,
                                 std::optional<notifications::Kind> kind = {});

mail::Facts facts(const Entry& entry);
mail::Buttons answer_buttons(const mail::Row& row, const Entry& entry, const Settings& settings);
std::string page_link(const Entry& entry, const Settings& settings);
mail::Calendar calendar_part(const mail::Row& row, const GuestMail& mail, const Settings& settings,
                             calendar::Method method);
/// The same of its whole series.
mail::Calendar series_part(const mail::Row& row, const GuestMail& mail, const Settings& settings,
                           calendar::Method method);
std::string when_words(const Entry& entry);  ///< «sam. 29 nov. à 10 h 00»

}  // namespace events
