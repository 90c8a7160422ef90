#pragma once
// One mail, and its form on the wire: RFC 5322 (headers), RFC 2045 and 2047 (MIME, words in headers), RFC 8058
// (one-click unsubscribe), RFC 3834 (automatic messages), RFC 6047 (calendars in mail).

#include <chrono>
#include <optional>
#include <string>

namespace mail {

/// An event for the reader's calendar: beside the text, where Gmail, Outlook and Apple Mail look for it, and attached.
struct Calendar {
  std::string content;             ///< iCalendar (RFC 5545)
  std::string method = "PUBLISH";  ///< as in the content: PUBLISH, REQUEST, CANCEL
  std::string file_name = "evenement.ics";
};

/// What a room composes (most simply by letter(), see letter.hpp). Sender, recipient, date and Message-ID are added
/// when it leaves.
struct Message {
  std::string subject;
  std::string text;  ///< plain
  std::string html;  ///< may be empty
  std::optional<Calendar> calendar;
  std::string unsubscribe;  ///< https address that takes a POST without session (gate::Route::signed_link); empty: not
                            ///< that kind of mail
  std::string reply_to;     ///< address; empty: nobody reads answers
  std::string from_name;    ///< who writes, when it is not the site itself; the address stays ours
  std::string to_name;      ///< when the row does not know it: the recipient is no member yet
};

struct Address {
  std::string name, address;
};

/// What is added when it leaves.
struct Envelope {
  Address from, to;
  std::string message_id;  ///< without < >
  std::chrono::sys_seconds date;
};

/// The same row always gives the same, so that a mailbox shows a mail once that had to be sent twice.
std::string message_id(const std::string& secret, const std::string& key, const std::string& from);

/// The mail with CRLF line ends, 7-bit, no line above 998 octets. Throws std::invalid_argument when a header field
/// would hold a control character (nobody adds a header of their own) or an address is none.
std::string write(const Message& message, const Envelope& envelope);

/// Is it one plain address that can be handed to a relay? Only ASCII, since few relays offer SMTPUTF8.
bool valid_address(const std::string& address);

}  // namespace mail
