#include "core/web_push/service.hpp"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace web_push {
namespace {

constexpr std::chrono::milliseconds connect_patience{4'000};
constexpr size_t longest_answer = 16 * 1024;  // octets, of which we read nothing

using Call = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Headers = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

size_t ignore(const char*, size_t, size_t count, void* so_far) {
  auto& size = *static_cast<size_t*>(so_far);
  size += count;
  return size > longest_answer ? CURL_WRITEFUNC_ERROR : count;
}

// The last look, at the very address that is about to be called: a name may lead anywhere.
curl_socket_t open_public_only(void*, curlsocktype, curl_sockaddr* to) {
  if (!is_public(&to->addr)) return CURL_SOCKET_BAD;
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

void add(Headers& headers, const std::string& line) {
  auto* longer = curl_slist_append(headers.get(), line.c_str());
  if (!longer) throw std::runtime_error("no memory for headers");
  static_cast<void>(headers.release());
  headers.reset(longer);
}

Outcome read(CURL* call) {
  using enum Outcome::Kind;
  long status = 0;
  curl_easy_getinfo(call, CURLINFO_RESPONSE_CODE, &status);
  if (status >= 200 && status < 300) return {};
  const std::string why = "the push service answers " + std::to_string(status);
  if (status == 404 || status == 410) return {gone, why, {}};
  if (status != 429 && status < 500) return {refused, why, {}};
  curl_off_t wait = 0;
  curl_easy_getinfo(call, CURLINFO_RETRY_AFTER, &wait);
  return {later, why, wait > 0 ? std::optional(std::chrono::seconds(wait)) : std::nullopt};
}

}  // namespace

Outcome send(const Subscription& to, const Notice& notice, const Vapid& vapid, const Settings& settings,
             std::chrono::milliseconds patience) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  const Call call(curl_easy_init(), curl_easy_cleanup);
  if (ready != CURLE_OK || !call) throw std::runtime_error("libcurl cannot start");

  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const std::string body = sealed(to.keys, notice.text);
  Headers headers(nullptr, curl_slist_free_all);
  add(headers, "Authorization: " + vapid.authorization(to.endpoint.origin, now));
  add(headers, "Content-Type: application/octet-stream");
  add(headers, "Content-Encoding: aes128gcm");
  add(headers, "TTL: " + std::to_string(notice.lifetime.count()));
  add(headers, "Urgency: normal");
  if (!notice.topic.empty()) add(headers, "Topic: " + notice.topic);
  add(headers, "Expect:");

  size_t answered = 0;
  auto* const c = call.get();
  curl_easy_setopt(c, CURLOPT_URL, to.endpoint.url.c_str());
  curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, settings.push_loopback ? "http,https" : "https");
  if (!settings.push_loopback) curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, open_public_only);
  curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(c, CURLOPT_PROXY, "");  // it would do the looking up, where we could not look
  curl_easy_setopt(c, CURLOPT_POST, 1L);
  curl_easy_setopt(c, CURLOPT_POSTFIELDS, body.data());
  curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
  curl_easy_setopt(c, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(std::min(patience, connect_patience).count()));
  curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, static_cast<long>(patience.count()));
  curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, ignore);
  curl_easy_setopt(c, CURLOPT_WRITEDATA, &answered);
  const CURLcode result = curl_easy_perform(c);
  if (result != CURLE_OK && result != CURLE_WRITE_ERROR)
    return {Outcome::Kind::later, std::string("push service: ") + curl_easy_strerror(result), {}};
  return read(c);
}

}  // namespace web_push
