#include "core/log.hpp"

#include <fmt/chrono.h>
#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <pthread.h>

#include <atomic>
#include <cmath>
#include <csignal>
#include <memory>

#include "core/utf8.hpp"

namespace logging {

namespace {

constexpr size_t waiting_lines = 8192;
constexpr std::chrono::seconds flush_every{1};

std::atomic<Level> least{Level::warning};

/// Replaced by start(), which main calls before there are other threads.
std::shared_ptr<spdlog::logger>& output() {
  static auto to = [] {
    auto made = std::make_shared<spdlog::logger>("stderr", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%v");
    return made;
  }();
  return to;
}

void write_text(std::string& to, std::string_view text) {
  to.push_back('"');
  // A log that is not UTF-8 is not JSON.
  const bool readable = utf8::valid(text);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      to.push_back('\\');
      to.push_back(c);
    } else if (byte < 0x20 || byte == 0x7f) {
      fmt::format_to(std::back_inserter(to), "\\u{:04x}", byte);
    } else {
      to.push_back(byte >= 0x80 && !readable ? '?' : c);
    }
  }
  to.push_back('"');
}

void write_value(std::string& to, const Value& value) {
  struct {
    std::string& to;
    void operator()(std::string_view text) const { write_text(to, text); }
    void operator()(bool yes) const { to += yes ? "true" : "false"; }
    void operator()(std::int64_t number) const { fmt::format_to(std::back_inserter(to), "{}", number); }
    void operator()(double number) const {
      std::isfinite(number) ? fmt::format_to(std::back_inserter(to), "{:.6g}", number)
                            : fmt::format_to(std::back_inserter(to), "null");
    }
  } write{to};
  std::visit(write, static_cast<const std::variant<std::string_view, std::int64_t, double, bool>&>(value));
}

void put(Level level, std::string_view event, Fields fields) {
  if (!enabled(level)) return;
  output()->log(spdlog::level::critical, spdlog::string_view_t("{}"),
                line(level, event, fields, std::chrono::system_clock::now()));
}

}  // namespace

std::string line(Level level, std::string_view event, Fields fields, std::chrono::system_clock::time_point at) {
  constexpr std::string_view names[] = {"debug", "info", "warning", "error", "off"};
  const auto since = std::chrono::floor<std::chrono::milliseconds>(at.time_since_epoch());
  const auto seconds = std::chrono::floor<std::chrono::seconds>(since);
  std::string made =
      fmt::format(R"({{"time":"{:%Y-%m-%dT%H:%M:%S}.{:03}Z","level":"{}","event":)", fmt::gmtime(seconds.count()),
                  (since - seconds).count(), names[static_cast<size_t>(level)]);
  write_text(made, event);
  for (const Field& field : fields) {
    made.push_back(',');
    write_text(made, field.name);
    made.push_back(':');
    write_value(made, field.value);
  }
  made.push_back('}');
  return made;
}

void start(Level level, const std::string& file) {
  // The threads of the log inherit that they take no signals: who waits for one is elsewhere, and the default would end
  // the process.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  spdlog::init_thread_pool(waiting_lines, 1);
  spdlog::sink_ptr sink;
  if (file.empty())
    sink = std::make_shared<spdlog::sinks::stdout_sink_mt>();
  else
    sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
  auto made = std::make_shared<spdlog::async_logger>("log", sink, spdlog::thread_pool(),
                                                     spdlog::async_overflow_policy::overrun_oldest);
  made->set_pattern("%v");
  spdlog::register_logger(made);
  spdlog::flush_every(flush_every);
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
  output() = std::move(made);
  least = level;
}

void finish() {
  output()->flush();
  spdlog::shutdown();
  least = Level::off;
}

bool enabled(Level level) {
  return level >= least.load(std::memory_order_relaxed);
}
void debug(std::string_view event, Fields fields) {
  put(Level::debug, event, fields);
}
void info(std::string_view event, Fields fields) {
  put(Level::info, event, fields);
}
void warning(std::string_view event, Fields fields) {
  put(Level::warning, event, fields);
}
void error(std::string_view event, Fields fields) {
  put(Level::error, event, fields);
}

}  // namespace logging
