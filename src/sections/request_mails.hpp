#pragma once
// What is told by mail of requests to join a section (S04): to its secretaries that some wait, and to whoever asked the
// answer.

#include "core/mail/composer.hpp"

namespace sections {

std::optional<mail::Message> compose_requests(pg::Connection& database, const mail::Row& row, const Settings& settings);
std::optional<mail::Message> compose_answer(pg::Connection& database, const mail::Row& row, const Settings& settings);

}  // namespace sections
