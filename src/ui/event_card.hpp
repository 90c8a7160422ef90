#pragma once
// An event, as a card in a list and at the head of its own page.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/html.hpp"
#include "core/text/when.hpp"
#include "ui/gauge.hpp"
#include "ui/kind.hpp"
#include "ui/person.hpp"

namespace ui {

enum class Answer { none, yes, maybe, no, waiting };
/// What the buttons send as `answer`: "yes", "maybe", "no". Nobody sends "waiting": it is what becomes of «yes» when no
/// place is left.
std::string_view code(Answer answer);
std::optional<Answer> answer_of(std::string_view code);

/// The three answers: a form of three buttons, the given one pressed.
struct Answers {
  std::string id = {};  ///< of the element, for live updates: "answers-12"
  html::Url action = html::Url::local("");
  std::string csrf = {};
  Answer given = Answer::none;
  bool full = false;  ///< «yes» is a place in the queue
  /// How many people the person brings (E11); none: not asked, an answer leaves it as it was.
  std::optional<int> companions = {};
};
void answers(html::Out& out, const Answers& answers);
/// «Je viens avec…», within a form that says yes; what it sends is `companions`.
void companions(html::Out& out, int brought);
inline constexpr int most_companions = 5;

struct EventCard {
  std::string id = {};  ///< of the element, so that an answer can take the card away: "event-12"
  html::Url href = html::Url::local("");
  Kind kind = Kind::meeting;
  std::string title = {};
  french::When when = {};
  std::string place = {};
  std::string author = {};
  std::string hosts = {};  ///< «section A et section B», when several organise; instead of the author
  bool repeats = false;    ///< it stands for the dates that follow too
  bool cancelled = false;
  Gauge gauge;                          ///< its unit follows the kind
  std::vector<Person> faces = {};       ///< of those who come, shown when there is no goal
  std::optional<Answers> answers = {};  ///< none: nothing to answer (past, cancelled)
};
void event_card(html::Out& out, const EventCard& event);

/// The head of the event's page: kind, title (h1), when, who proposes.
struct EventHead {
  Kind kind = Kind::meeting;
  std::string title = {};
  french::When when = {};
  Person author;
  std::string place = {};   ///< in one line; where() says it whole
  std::string space = {};   ///< «section Besançon-Nord»; empty for none
  std::string hosts = {};   ///< «section A et section B», when several organise
  std::string circle = {};  ///< who sees it: «visible par ta section»
  bool cancelled = false;
};
void event_head(html::Out& out, const EventHead& event);

/// One line for side columns: date and title.
void event_line(html::Out& out, const html::Url& href, std::string_view title, const french::When& when);

/// Where it is. With a point, a link opens a map.
struct Where {
  std::string address = {}, complement = {}, postcode = {}, city = {};
  std::optional<std::string> map_point = {};  ///< "47.2378,6.0241"
};
void where(html::Out& out, const Where& where);

}  // namespace ui
