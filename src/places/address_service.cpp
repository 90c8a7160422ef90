#include "places/address_service.hpp"

#include <curl/curl.h>

#include <cmath>
#include <memory>
#include <stdexcept>

#include <boost/json/parse.hpp>

namespace places {
namespace {

constexpr size_t longest_answer = 64 * 1024;  // octets; one result takes less than 1 KB
constexpr size_t deepest_answer = 16;

using Url = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
using Call = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

void add(CURLU* url, const std::string& parameter) {
  if (curl_url_set(url, CURLUPART_QUERY, parameter.c_str(), CURLU_APPENDQUERY | CURLU_URLENCODE) != CURLUE_OK)
    throw std::runtime_error("the address of the address service cannot be read");
}

size_t keep(const char* octets, size_t, size_t count, void* answer) {
  auto& text = *static_cast<std::string*>(answer);
  if (text.size() + count > longest_answer) return CURL_WRITEFUNC_ERROR;
  text.append(octets, count);
  return count;
}

struct Answer {
  long status = 0;
  std::string body;
};

Answer fetch(CURLU* url, std::chrono::milliseconds patience) {
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  const Call call(curl_easy_init(), curl_easy_cleanup);
  if (ready != CURLE_OK || !call) throw std::runtime_error("libcurl cannot start");
  Answer answer;
  curl_easy_setopt(call.get(), CURLOPT_CURLU, url);
  curl_easy_setopt(call.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(call.get(), CURLOPT_FOLLOWLOCATION, 0L);  // the address goes where the settings say, nowhere else
  curl_easy_setopt(call.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(patience.count()));
  curl_easy_setopt(call.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(call.get(), CURLOPT_USERAGENT, "La Coopol");
  curl_easy_setopt(call.get(), CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(call.get(), CURLOPT_WRITEDATA, &answer.body);
  const CURLcode result = curl_easy_perform(call.get());
  if (result == CURLE_WRITE_ERROR) throw std::runtime_error("the address service says too much");
  if (result != CURLE_OK) throw std::runtime_error(std::string("address service: ") + curl_easy_strerror(result));
  curl_easy_getinfo(call.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  return answer;
}

double degrees(const boost::json::value& value, double most) {
  const double number = value.to_number<double>();
  if (!std::isfinite(number) || std::abs(number) > most) throw std::runtime_error("no such point on Earth");
  return number;
}

}  // namespace

std::optional<Point> ask_address_service(const std::string& service, const std::string& address,
                                         const std::string& postcode, std::chrono::milliseconds patience) {
  const Url url(curl_url(), curl_url_cleanup);
  if (!url || curl_url_set(url.get(), CURLUPART_URL, service.c_str(), 0) != CURLUE_OK)
    throw std::runtime_error("the address of the address service cannot be read");
  add(url.get(), "q=" + address);
  if (!postcode.empty()) add(url.get(), "postcode=" + postcode);
  add(url.get(), "limit=1");
  const auto answer = fetch(url.get(), patience);
  if (answer.status == 400) return std::nullopt;  // what was typed is no question for it: too short, too long
  if (answer.status != 200) throw std::runtime_error("the address service answers " + std::to_string(answer.status));
  return read_address_answer(answer.body);
}

std::optional<Point> read_address_answer(std::string_view geojson) {
  try {
    boost::json::parse_options options;
    options.max_depth = deepest_answer;
    const auto answer = boost::json::parse({geojson.data(), geojson.size()}, {}, options);
    const auto& features = answer.at("features").as_array();
    if (features.empty()) return std::nullopt;
    const auto& best = features.front();
    const double score = best.at("properties").at("score").to_number<double>();
    if (!(score >= least_score)) return std::nullopt;
    const auto& coordinates = best.at("geometry").at("coordinates").as_array();  // RFC 7946: longitude first
    return Point{.latitude = degrees(coordinates.at(1), 90), .longitude = degrees(coordinates.at(0), 180)};
  } catch (const std::exception& error) {
    throw std::runtime_error(std::string("the address service's answer cannot be read: ") + error.what());
  }
}

}  // namespace places
