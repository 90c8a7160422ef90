#include "home/manifest.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "ui/assets.hpp"

namespace home {
namespace {

constexpr const char* paper = "#fbf7f1";

std::string built(std::string_view name) {
  return "/static/" + std::string(ui::asset(name));
}

}  // namespace

http::Response manifest(gate::Visit& v) {
  const auto& name = v.services.settings.site_name;
  const boost::json::value document{
      {"name", name},
      {"short_name", name},
      {"id", "/"},
      {"start_url", "/"},
      {"scope", "/"},
      {"display", "standalone"},
      {"lang", "fr"},
      {"background_color", paper},
      {"theme_color", paper},
      {"icons",
       {{{"src", built("touch_icon.png")}, {"type", "image/png"}, {"sizes", "512x512"}, {"purpose", "any"}},
        {{"src", built("touch_icon.png")}, {"type", "image/png"}, {"sizes", "512x512"}, {"purpose", "maskable"}},
        {{"src", built("favicon.svg")}, {"type", "image/svg+xml"}, {"sizes", "any"}, {"purpose", "any"}}}}};
  auto response = http::Response::json(boost::json::serialize(document));
  response.headers.set("content-type", "application/manifest+json");
  return response;
}

}  // namespace home
