#pragma once
// People, sections and events made up for one test, written as the owner so that policies do not stand in the way.
// Nothing is cleaned up: each test makes its own, and the whole database goes when the suite ends.

#include <string>

#include "core/pg/connection.hpp"

namespace testing_db {

std::string app_url();    ///< COOPOL_DATABASE_URL, as coopol_app
std::string owner_url();  ///< COOPOL_OWNER_DATABASE_URL

/// As the owner of the schema: sees everything.
pg::Connection& owner();
/// As the server, which sees what the policies let it.
pg::Connection& app();
/// As the jobs.
pg::Connection& jobs();

SpaceId national();    ///< the one there is, made when missing
SpaceId federation();  ///< a new one each time, in a made-up department
SpaceId section(SpaceId federation, const std::string& name = "Section d’essai");
MemberId member(const std::string& first = "Inès", const std::string& last = "Carrel",
                const std::string& visibility = "everyone");
void join(MemberId member, SpaceId space, const std::string& role = "member", const std::string& kind = "adherent");
void bond(MemberId a, MemberId b);
/// An open session's token: 32 octets, to send as a cookie or to hash for enter().
std::string session(MemberId member);
struct EventDraft {
  std::string title = "Porte-à-porte aux Tilleuls", kind = "door_to_door", state = "published";
  std::vector<SpaceId> spaces = {};
  bool is_public = false;
  int goal = 0;
};
EventId event(MemberId creator, const EventDraft& draft = {});  ///< tomorrow, for two hours
void invite(EventId event, MemberId member, const std::optional<std::string>& answer = {});

/// Runs one statement as that member would: enter, then the statement, in one transaction.
template <class Row, class... Args>
std::vector<Row> as(MemberId viewer, const pg::Statement<Row(Args...)>& statement,
                    const std::type_identity_t<Args>&... args);
/// The same for a statement without rows: how many it wrote.
template <class... Args>
std::int64_t run_as(MemberId viewer, const pg::Statement<void(Args...)>& statement,
                    const std::type_identity_t<Args>&... args);
void become(pg::Batch& batch, std::optional<MemberId> viewer);
/// The SQLSTATE with which the database refused what `act` does; "" when it did not.
template <class Act>
std::string refusal_of(Act act);

// —

template <class Row, class... Args>
std::vector<Row> as(MemberId viewer, const pg::Statement<Row(Args...)>& statement,
                    const std::type_identity_t<Args>&... args) {
  pg::Batch batch;
  become(batch, viewer);
  auto rows = batch.all(statement, args...);
  app().send(batch);
  return rows.take();
}

template <class... Args>
std::int64_t run_as(MemberId viewer, const pg::Statement<void(Args...)>& statement,
                    const std::type_identity_t<Args>&... args) {
  pg::Batch batch;
  become(batch, viewer);
  const auto written = batch.run(statement, args...);
  app().send(batch);
  return *written;
}

template <class Act>
std::string refusal_of(Act act) {
  try {
    act();
    return "";
  } catch (const pg::Error& error) {
    return error.state;
  }
}

}  // namespace testing_db
