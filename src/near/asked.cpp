#include "near/asked.hpp"

#include <algorithm>

namespace near {

std::string_view code(What what) {
  switch (what) {
    case What::events:
      return "evenements";
    case What::sections:
      return "sections";
    case What::all:
      break;
  }
  return "";
}

Asked asked(const gate::Visit& v) {
  Asked asked;
  asked.commune = v.query("commune");
  for (const int distance : distances)
    if (v.query("km") == std::to_string(distance)) asked.kilometres = distance;
  for (const auto what : {What::events, What::sections})
    if (v.query("quoi") == code(what)) asked.what = what;
  return asked;
}

html::Url url(const Asked& asked) {
  const Asked usual;
  std::string path(page_path);
  auto add = [&, separator = '?'](std::string_view name, std::string_view value) mutable {
    path += separator;
    separator = '&';
    path.append(name) += '=';
    html::escape_url_part(path, value);
  };
  if (!asked.commune.empty()) add("commune", asked.commune);
  if (asked.kilometres != usual.kilometres) add("km", std::to_string(asked.kilometres));
  if (asked.what != usual.what) add("quoi", code(asked.what));
  return html::Url::local(path);
}

}  // namespace near
