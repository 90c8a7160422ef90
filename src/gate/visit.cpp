#include "gate/visit.hpp"

#include <algorithm>
#include <charconv>

#include "core/crypto.hpp"
#include "gate/cookies.hpp"
#include "gate/flash.hpp"

namespace gate {
namespace {

// $4: a page, which shows a new charter first to whoever has not agreed to it (P05). What they send meanwhile is not
// lost.
const pg::Statement<Viewer(std::optional<pg::Bytes>, std::string, std::optional<std::int64_t>, bool)> enter{
    "gate.enter", "select e.* from enter($1, $2, $3) e where charter_agreed(e.member_id, $4)"};
const pg::Statement<Viewer(std::int64_t)> enter_as{"gate.enter_as", R"(
  with acting as materialized (select act_as($1))
  select m.id, 0::bigint, m.first_name, m.last_name, null::bigint, null::text, false, null::bigint, false from acting, member m where m.id = $1 and m.leaves_at is null)"};

// One's own account, and the way out, stay open whatever is asked first.
bool always_open(const Route& route) {
  return route.path.starts_with("/compte") || route.path == "/deconnexion" || route.path == "/bienvenue" ||
         route.path == "/charte/accord";
}
// Where the operator asks it of whoever reaches other people's data.
const pg::Statement<void()> require_second_factor{"gate.second_factor", "select require_second_factor()"};

// What a delegate does in a secretary's place is noted in the transaction that does it (X03).
const pg::Statement<std::optional<std::int64_t>(std::string, std::int64_t, std::string)> note_act{
    "gate.note_act", "select office_act_note($1, $2, $3)"};
const pg::Statement<void(std::int64_t, MemberId)> act_undone{"gate.act_undone", "select office_act_undone($1, $2)"};

std::optional<std::int64_t> to_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 1) return std::nullopt;
  return value;
}

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1));
}

}  // namespace

Visit::Visit(http::Request& r, const Route& route, Parameters parameters, pg::Connection& database, Services& s)
    : request(r),
      services(s),
      route_(route),
      who_(route.who),
      parameters_(std::move(parameters)),
      database_(database),
      session_token_(cookie_token(r, session_cookie)),
      visitor_token_(cookie_token(r, visitor_cookie)) {}

Visit::~Visit() = default;

const std::string& Visit::text(std::string_view parameter) const {
  for (const auto& [name, value] : parameters_)
    if (name == parameter) return value;
  throw std::logic_error("the route has no parameter " + std::string(parameter));
}

std::int64_t Visit::number(std::string_view parameter) const {
  const auto value = to_number(text(parameter));
  if (!value) throw http::Error(404);
  return *value;
}

std::string Visit::query(std::string_view name) const {
  return trimmed(request.query.get(name));
}
std::int64_t Visit::query_id(std::string_view name) const {
  return to_number(query(name)).value_or(0);
}
std::string Visit::field(std::string_view name) const {
  return trimmed(form_.values.get(name));
}

std::vector<std::int64_t> Visit::field_ids(std::string_view name) const {
  std::vector<std::int64_t> ids;
  for (const auto value : form_.values.all(name))
    if (const auto id = to_number(value)) ids.push_back(*id);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

std::string Visit::session_hash() const {
  return session_token_.empty() ? std::string{} : crypto::sha256(session_token_);
}

void Visit::ask() {
  pg::Batch batch;
  std::optional<pg::Reply<std::optional<Viewer>>> entering;
  std::optional<pg::Reply<std::optional<std::int64_t>>> act;
  if (!entered_in_transaction_) {
    if (acting_as_) {
      entering = batch.maybe(enter_as, acting_as_->number());
    } else {
      std::optional<pg::Bytes> session;
      if (!session_token_.empty()) session = pg::Bytes{session_hash()};
      std::optional<std::int64_t> subject;
      if (!who_.subject.empty()) subject = number(who_.subject);
      const bool asks_for_charter = route_.method == http::Method::get && framed_ && who_.need != who::anyone().need &&
                                    who_.need != who::even_leaving().need && !always_open(route_);
      entering = batch.maybe(enter, session, std::string(who_.need), subject, asks_for_charter);
      if (services.settings.second_factor_for_roles && who_.need != who::anyone().need && !always_open(route_))
        batch.run(require_second_factor);
      if (acts_ && !act_ && route_.method != http::Method::get && delegable(route_))
        act = batch.one(note_act, std::string(who_.need), subject.value(), std::string(route_.act));
    }
  }
  batch.append(std::move(batch_));
  batch_ = {};
  // Last, so that the counters know what the page has just marked as read.
  const bool with_shell =
      route_.method == http::Method::get && framed_ && !shell_ && !session_token_.empty() && !acting_as_;
  if (with_shell) shell_ = ask_shell(batch);
  if (transaction_) {
    transaction_->send(batch);
    entered_in_transaction_ = true;
  } else {
    database_.send(batch);
  }
  if (entering) viewer_ = **entering;
  if (act) act_ = act;
  asked_ = true;
}

void Visit::ensure_entered() {
  if (asked_ || who_.need == who::anyone().need) return;
  batch_ = {};
  acts_ = false;
  ask();
}

void Visit::settle_act(int status) {
  const bool done = status == 303 && (!flash_to_set_ || flash_to_set_->tone == ui::Flash::Tone::good);
  if (done || transaction_ || !act_ || !**act_) return;  // an open transaction is about to be undone as a whole
  database_.run(act_undone, ***act_, viewer_->id);
}

void Visit::together() {
  transaction_ = std::make_unique<pg::Transaction>(database_);
}

void Visit::commit() {
  transaction_->commit();
  transaction_.reset();
  entered_in_transaction_ = false;
}

const Viewer& Visit::viewer() const {
  if (!viewer_) throw std::logic_error("there is no viewer: ask() comes first, and the route must ask for a member");
  return *viewer_;
}

const std::string& Visit::csrf() {
  if (!csrf_.empty()) return csrf_;
  std::string_view token = session_token_;
  if (token.empty()) {
    if (visitor_token_.empty()) {
      visitor_token_ = crypto::random_bytes(32);
      new_visitor_ = true;
    }
    token = visitor_token_;
  }
  return csrf_ = make_csrf(services.settings.secret, token);
}

ui::Frame Visit::front_frame() {
  ui::Frame frame;
  frame.theme = &services.theme;
  frame.csrf = csrf();
  if (auto flash = read_flash(request)) {
    frame.flashes.push_back(std::move(*flash));
    flash_shown_ = true;
  }
  return frame;
}

const ui::Frame& Visit::frame() {
  if (!frame_) fill_frame();
  return *frame_;
}

void Visit::fill_frame() {
  frame_ = front_frame();
  if (!viewer_ || acting_as_) return;
  if (!shell_) {  // a form that comes back with its errors: one round trip more
    pg::Batch batch;
    batch.maybe(enter, pg::Bytes{session_hash()}, "member", std::nullopt, false);
    shell_ = ask_shell(batch);
    if (transaction_)
      transaction_->send(batch);
    else
      database_.send(batch);
  }
  frame_->remote = remote(*viewer_, *shell_->counters, *shell_->next_dates);
}

http::Response Visit::answer(std::string page, int status) {
  return http::Response::html(std::move(page), status);
}

http::Response Visit::redirect(std::string_view path, std::optional<ui::Flash> flash) {
  flash_to_set_ = std::move(flash);
  return http::Response::see_other(path);
}

http::Response Visit::streams(std::string markup) {
  auto response = http::Response::html(std::move(markup));
  response.headers.set("content-type", "text/vnd.turbo-stream.html; charset=utf-8");
  return response;
}

bool Visit::wants_streams() const {
  return request.headers.get("accept").find("text/vnd.turbo-stream.html") != std::string_view::npos;
}

void Visit::dress(http::Response& response) {
  if (new_session_) {
    const bool ends = new_session_->empty();
    response.set_cookie({std::string(session_cookie), crypto::base64url(*new_session_),
                         ends ? std::chrono::seconds(0) : std::chrono::seconds(session_cookie_time)});
  }
  if (new_visitor_) response.set_cookie({std::string(visitor_cookie), crypto::base64url(visitor_token_), std::nullopt});
  if (flash_to_set_)
    set_flash(response, *flash_to_set_);
  else if (flash_shown_)
    clear_flash(response);
}

}  // namespace gate
