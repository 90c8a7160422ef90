#include "core/mail/post.hpp"

#include <algorithm>

#include "core/jobs/back_off.hpp"
#include "core/log.hpp"
#include "core/mail/queue.hpp"
#include "core/mail/transport.hpp"
#include "core/utf8.hpp"

namespace mail {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::int32_t lease_seconds = 30 * 60;  // more than SMTP's patience adds up to (smtp.cpp)
constexpr jobs::BackOff between_attempts{30s, 4h};
constexpr int most_attempts = 20;  // two days and a few hours
constexpr jobs::BackOff while_unreachable{1s, 60s};
constexpr auto settle_pause = 500ms;
constexpr auto between_looks = 2s;  // for journals of processes that died
// What a process asked PostgreSQL for in its last moment may still be done after its death; no statement of ours runs
// longer (connection.cpp).
constexpr auto last_words = 15s;

Row row_of(Taken taken) {
  return {taken.id,
          std::move(taken.kind),
          std::move(taken.key),
          taken.member,
          taken.address.value_or(""),
          std::move(taken.first_name),
          std::move(taken.last_name),
          taken.subject_id,
          std::move(taken.detail),
          taken.attempt};
}

std::string to_name(const Row& row, const Message& message) {
  if (!message.to_name.empty() || row.first_name.empty()) return message.to_name;
  return row.first_name + ' ' + row.last_name;
}

}  // namespace

struct Post::Hands {
  Hands(const Settings& settings, Slot& its_slot, std::function<bool()> leaving)
      : database(settings.database_url, "coopol mail", "coopol_jobs"),
        transport(make_transport(settings, std::move(leaving))),
        slot(its_slot) {}
  pg::Connection database;
  std::unique_ptr<Transport> transport;
  Slot& slot;
  int unreachable = 0;  // times in a row
};

Post::Post(const Settings& settings, std::vector<Kind> kinds, size_t workers)
    : settings_(settings),
      kinds_(std::move(kinds)),
      folder_(settings.outbox / "journal"),
      journal_(folder_, workers),
      crew_("mail", workers, [this](size_t worker) { return step(worker); }) {
  for (const auto& kind : kinds_) (kind.urgent ? urgent_ : others_).emplace_back(kind.name);
  for (size_t i = 0; i < workers; ++i)
    hands_.push_back(std::make_unique<Hands>(settings, journal_.slot(i), [this] { return crew_.stopping(); }));
  crew_.start();
}

Post::~Post() {
  stop();
}

bool Post::step(size_t worker) {
  Hands& hands = *hands_[worker];
  if (worker == 0 && Clock::now() - looked_for_dead_ > between_looks) {
    settle_for_the_dead(hands);
    looked_for_dead_ = Clock::now();
  }
  std::optional<Taken> taken;
  if (!urgent_.empty()) taken = hands.database.maybe(take, urgent_, lease_seconds, journal_.name());
  if (!taken) taken = hands.database.maybe(take, others_, lease_seconds, journal_.name());
  if (!taken) {
    hands.transport->rest();
    return false;
  }
  hands.slot.hold(taken->id);
  deal_with(hands, row_of(std::move(*taken)));
  return true;
}

void Post::deal_with(Hands& hands, const Row& row) {
  try {
    if (row.attempt > most_attempts) return finish(hands, row, "failed", "each attempt ended with its process");
    const auto id = message_id(settings_.secret, row.key, settings_.mail_from);
    const auto text = compose(hands, row, id);
    if (!text) return finish(hands, row, "dropped", std::nullopt);
    hand_over(hands, row, id, *text);
  } catch (const pg::Unavailable&) {  // not the mail's fault
    settle(hands, [&](pg::Batch& batch) { batch.run(give_back, row.id, row.attempt); });
  } catch (const std::invalid_argument& error) {  // no such mail can be written
    finish(hands, row, "failed", error.what());
  } catch (const std::exception& error) {
    logging::error("mail not composed", {{"kind", row.kind}, {"mail", row.id}, {"attempt", row.attempt}});
    try_again(hands, row, error.what());
  }
}

std::optional<std::string> Post::compose(Hands& hands, const Row& row, const std::string& id) {
  if (row.address.empty()) return std::nullopt;
  const auto kind = std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.name == row.kind; });
  const auto message = kind->compose(hands.database, row, settings_);
  if (!message) return std::nullopt;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return write(*message,
               {.from = {message->from_name.empty() ? settings_.site_name : message->from_name, settings_.mail_from},
                .to = {to_name(row, *message), row.address},
                .message_id = id,
                .date = now});
}

void Post::hand_over(Hands& hands, const Row& row, const std::string& id, const std::string& text) {
  const auto delivery = hands.transport->send(settings_.mail_from, row.address, id, text, hands.slot);
  using enum Delivery::Outcome;
  if (delivery.outcome != unreachable) hands.unreachable = 0;
  switch (delivery.outcome) {
    case sent:
      return finish(hands, row, "sent", std::nullopt);
    case refused:
      return finish(hands, row, "failed", delivery.why);
    case later:
      return try_again(hands, row, delivery.why);
    case abandoned:  // once all of it was handed over, the slot tells whoever comes after us
      if (hands.slot.stage != Stage::held) return;
      [[fallthrough]];
    case unreachable:
      break;
  }
  settle(hands, [&](pg::Batch& batch) { batch.run(give_back, row.id, row.attempt); });
  if (delivery.outcome == abandoned) return;
  const auto wait = jobs::wait_after(while_unreachable, ++hands.unreachable);
  logging::warning("mail relay unreachable", {{"why", delivery.why}, {"next_in_ms", wait.count()}});
  crew_.pause(wait);
}

void Post::try_again(Hands& hands, const Row& row, const std::string& why) {
  if (row.attempt >= most_attempts) return finish(hands, row, "failed", why);
  ++retried_;
  const auto wait = jobs::wait_after(between_attempts, row.attempt);
  settle(hands, [&](pg::Batch& batch) {
    batch.run(retry, row.id, row.attempt, utf8::repaired(why), static_cast<std::int32_t>(wait.count()));
  });
}

void Post::finish(Hands& hands, const Row& row, const std::string& state, std::optional<std::string> why) {
  (state == "sent" ? sent_ : state == "dropped" ? dropped_ : failed_)++;
  if (state == "failed")
    logging::error("mail failed", {{"kind", row.kind}, {"mail", row.id}, {"attempt", row.attempt}});
  settle(hands, [&](pg::Batch& batch) {
    batch.run(mail::finish, row.id, state, why ? std::optional(utf8::repaired(*why)) : std::nullopt);
  });
}

// Written down even if the database is away for a while; should we have to leave before, the slot tells whoever comes
// after us.
template <class Write>
void Post::settle(Hands& hands, Write write) {
  do {
    try {
      pg::Batch batch;
      write(batch);
      hands.database.send(batch);
      return hands.slot.let_go();
    } catch (const pg::Unavailable&) {
      logging::warning("database unavailable", {{"crew", "mail"}});
    } catch (const pg::Error& error) {
      logging::error("mail not settled", {{"state", error.state}, {"statement", error.statement}});
    }
  } while (crew_.pause(settle_pause));
}

void Post::settle_for_the_dead(Hands& hands) {
  for (auto& orphan : Journal::orphans(folder_)) {
    pg::Batch batch;
    for (const auto& left : orphan.read()) {
      if (left.stage == Stage::handed || left.stage == Stage::accepted) batch.run(had_left, orphan.name(), left.mail);
      if (left.stage == Stage::handed && !dead_.contains(orphan.name()))
        logging::warning("mail counted as sent: the process died before the relay's answer", {{"mail", left.mail}});
    }
    batch.run(is_free, orphan.name());
    hands.database.send(batch);
    const auto [seen, first_time] = dead_.try_emplace(orphan.name(), Clock::now());
    if (Clock::now() - seen->second < last_words) continue;
    orphan.remove();
    dead_.erase(seen);
  }
}

void Post::wake() {
  crew_.wake();
}
void Post::stop() {
  crew_.stop();
}
Counts Post::counts() const {
  return {sent_, dropped_, failed_, retried_};
}

}  // namespace mail
