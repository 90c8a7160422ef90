#pragma once
// What handlers may use besides the database. One of each, made by src/app, alive as long as the server.

#include "core/password.hpp"
#include "core/rate_limit.hpp"
#include "core/settings.hpp"
#include "ui/page.hpp"

namespace gate {

struct Services {
  const Settings& settings;
  const ui::Theme& theme;
  password::Hasher& passwords;
  RateLimit& rates;
};

}  // namespace gate
