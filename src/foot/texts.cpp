#include "foot/texts.hpp"

#include <boost/algorithm/string/replace.hpp>

#include "core/markdown.hpp"
#include "core/text/french.hpp"
#include "foot/page.hpp"

namespace foot {
namespace {

struct Version {
  std::string body;
  pg::Time published_at;
};
const pg::Statement<Version()> current_charter{"foot.charter",
                                               "select body, published_at from charter order by id desc limit 1"};
const pg::Statement<Version()> current_notice{"foot.legal_notice",
                                              "select body, published_at from legal_notice order by id desc limit 1"};

http::Response show(gate::Visit& v, std::string_view title, const Version& version) {
  return page(v, title, [&](html::Out& out) {
    const auto day = paris::day(std::chrono::floor<std::chrono::seconds>(version.published_at));
    out(R"(<article class="stack"><h1>{}</h1><div class="prose">{}</div><p class="soft">Version du {}</p></article>)",
        title, markdown::render(version.body), french::long_day(day));
  });
}

}  // namespace

std::string filled_in(std::string text, const Settings& settings) {
  const auto told = [](const std::string& words) {
    return words.empty() ? "*à renseigner par l’exploitant du site*" : words;
  };
  boost::replace_all(text, "{éditeur}", told(settings.legal_publisher));
  boost::replace_all(text, "{directeur}", told(settings.legal_director));
  boost::replace_all(text, "{hébergeur}", told(settings.legal_host));
  boost::replace_all(text, "{données}", told(settings.legal_data_protection));
  return text;
}

http::Response charter(gate::Visit& v) {
  const auto version = v.one(current_charter);
  v.ask();
  return show(v, "Charte de la coopol", *version);
}

http::Response legal_notice(gate::Visit& v) {
  auto version = v.one(current_notice);
  v.ask();
  return show(v, "Mentions légales", {filled_in(version->body, v.services.settings), version->published_at});
}

}  // namespace foot
