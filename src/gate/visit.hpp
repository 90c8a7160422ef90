#pragma once
// One request on its way through a handler. Queue statements, ask() once, answer:
//
//   http::Response show(gate::Visit& v) {
//     const auto card = v.one(event_card, v.id<EventId>("event"));
//     const auto guests = v.all(participants, v.id<EventId>("event"));
//     v.ask();                                     // enter · statements · shell: one round trip, one transaction
//     return v.page({.title = card->title}, [&](html::Out& out) { event_page(out, {*card, *guests}); });
//   }
//
// ask() throws what refuses the visitor (sign in first, not yours, not there), so what follows may trust that the
// route's Who holds. pg::NoRow becomes a 404.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/http/message.hpp"
#include "core/pg/connection.hpp"
#include "gate/route.hpp"
#include "gate/services.hpp"
#include "gate/shell.hpp"
#include "gate/viewer.hpp"
#include "ui/page.hpp"

namespace gate {

using Parameters = std::vector<std::pair<std::string_view, std::string>>;

class Visit {
 public:
  Visit(http::Request& request, const Route& route, Parameters parameters, pg::Connection& database,
        Services& services);
  ~Visit();

  http::Request& request;
  Services& services;

  /// A path parameter; `id` throws 404 when it is no number.
  [[nodiscard]] const std::string& text(std::string_view parameter) const;
  template <class T>
  [[nodiscard]] T id(std::string_view parameter) const {
    return T(number(parameter));
  }
  /// A field of the query or of the form, trimmed; "" when absent.
  [[nodiscard]] std::string query(std::string_view name) const;
  [[nodiscard]] std::string field(std::string_view name) const;
  /// An id of the query, such as where a page begins; 0 when it is absent or no number.
  [[nodiscard]] std::int64_t query_id(std::string_view name) const;
  [[nodiscard]] std::vector<std::int64_t> field_ids(
      std::string_view name) const;  ///< of ticked boxes; ignores what is no number
  [[nodiscard]] const http::Form& form() const { return form_; }

  template <class Row, class... Args>
  pg::Reply<Row> one(const pg::Statement<Row(Args...)>& s, const std::type_identity_t<Args>&... a) {
    return batch_.one(s, a...);
  }
  template <class Row, class... Args>
  pg::Reply<std::optional<Row>> maybe(const pg::Statement<Row(Args...)>& s, const std::type_identity_t<Args>&... a) {
    return batch_.maybe(s, a...);
  }
  template <class Row, class... Args>
  pg::Reply<std::vector<Row>> all(const pg::Statement<Row(Args...)>& s, const std::type_identity_t<Args>&... a) {
    return batch_.all(s, a...);
  }
  template <class Row, class... Args>
  pg::Reply<std::int64_t> run(const pg::Statement<Row(Args...)>& s, const std::type_identity_t<Args>&... a) {
    return batch_.run(s, a...);
  }

  /// Asks for more than the route does, which lets anyone in: what the page of a member and of a visitor have in common
  /// ends here.
  void require(Who who) { who_ = who; }

  /// The answer is no page: nothing of what stands around pages is asked for.
  void no_frame() { framed_ = false; }

  /// Sends what was queued, after enter(). Each ask is one transaction, unless `together` is open.
  void ask();
  /// For the rare handler that must look before it writes: all asks until commit() are one transaction.
  void together();
  void commit();
  /// From now on acts as that person, whose signed link was read; for routes with signed links alone.
  void act_as(MemberId member) { acting_as_ = member; }

  [[nodiscard]] bool signed_in() const { return viewer_.has_value(); }  ///< after ask()
  [[nodiscard]] const Viewer& viewer() const;                           ///< after ask(), where Who is not anyone()

  /// The token for this visit's forms.
  [[nodiscard]] const std::string& csrf();

  /// A whole page. The frame around it was asked for together with the first ask() of a GET; another request costs one
  /// more round trip.
  template <class Body>
  http::Response page(const ui::Page& page, Body&& body, int status = 200) {
    html::Out out;
    ui::page(out, frame(), page, [&] { body(out); });
    return answer(out.finish(), status);
  }
  /// A page of the front, without télécommande, whoever looks.
  template <class Body>
  http::Response visitor_page(const ui::Page& page, Body&& body, int status = 200) {
    html::Out out;
    ui::visitor_page(out, front_frame(), page, [&] { body(out); });
    return answer(out.finish(), status);
  }
  /// 303 to a path of this site; `flash` is shown there, once.
  http::Response redirect(std::string_view path, std::optional<ui::Flash> flash = {});
  http::Response redirect(std::string_view path, std::string good_news) {
    return redirect(path, ui::Flash{ui::Flash::Tone::good, std::move(good_news)});
  }
  /// Turbo Streams for a page that stays where it is.
  http::Response streams(std::string markup);
  [[nodiscard]] bool wants_streams() const;

  /// Opens a session: the cookie leaves with the answer. The row is the caller's business (access room).
  void give_session(std::string token) { new_session_ = std::move(token); }
  void end_session() { new_session_ = ""; }
  [[nodiscard]] std::string session_hash() const;  ///< SHA-256 of the cookie's token; "" for a visitor

  /// The database, for work outside of ask(): streams of rows, long transactions.
  [[nodiscard]] pg::Connection& database() { return database_; }
  [[nodiscard]] const ui::Frame& frame();
  [[nodiscard]] ui::Frame front_frame();

 private:
  friend class Dispatch;
  [[nodiscard]] std::int64_t number(std::string_view parameter) const;
  http::Response answer(std::string page, int status);
  void dress(http::Response& response);  ///< cookies that leave with whatever answer
  void fill_frame();
  void settle_act(int status);  ///< when nothing was done after all, the note of it goes
  void ensure_entered();        ///< throws what refuses the visitor, should the handler never have asked

  const Route& route_;
  Who who_;
  Parameters parameters_;
  http::Form form_;
  pg::Connection& database_;
  pg::Batch batch_;
  std::unique_ptr<pg::Transaction> transaction_;
  bool framed_ = true, asked_ = false, acts_ = true, entered_in_transaction_ = false;
  std::optional<MemberId> acting_as_;
  std::optional<pg::Reply<std::optional<std::int64_t>>> act_;  ///< the note that a delegate acted
  std::optional<Viewer> viewer_;
  std::optional<ShellReply> shell_;
  std::optional<ui::Frame> frame_;
  std::string session_token_, visitor_token_, csrf_;
  bool new_visitor_ = false, flash_shown_ = false;
  std::optional<std::string> new_session_;
  std::optional<ui::Flash> flash_to_set_;
};

}  // namespace gate
