#include "dev/mails.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/mail/eml.hpp"
#include "core/text/french.hpp"
#include "core/utf8.hpp"
#include "ui/feedback.hpp"

namespace dev {
namespace {

constexpr size_t most_shown = 100;

struct File {
  std::string name;  // without extension
  std::filesystem::file_time_type written;
};

// Nobody else can read along.
bool offered(const Settings& settings) {
  return settings.environment != Settings::Environment::production && !settings.https();
}

std::vector<File> newest(const std::filesystem::path& outbox) {
  std::vector<File> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(outbox, error))
    if (entry.path().extension() == ".eml") files.push_back({entry.path().stem(), entry.last_write_time(error)});
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.written > b.written; });
  if (files.size() > most_shown) files.resize(most_shown);
  return files;
}

mail::Eml read(const std::filesystem::path& outbox, const std::string& name) {
  if (name.empty() || name.find_first_not_of("0123456789abcdef") != std::string::npos) throw http::Error(404);
  std::ifstream file(outbox / (name + ".eml"), std::ios::binary);
  if (!file) throw http::Error(404);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return mail::read_eml(utf8::repaired(text));
}

paris::Instant instant(std::filesystem::file_time_type time) {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::file_clock::to_sys(time));
}

// Addresses become links, so that one can click.
void text_with_links(html::Out& out, std::string_view text) {
  for (auto at = text.find("http"); at != std::string_view::npos; at = text.find("http")) {
    const auto address = text.substr(at, text.find_first_of(" \n", at) - at);
    out(R"({}<a href="{}">{}</a>)", text.substr(0, at), html::Url::external(address), address);
    text.remove_prefix(at + address.size());
  }
  out("{}", text);
}

void list(html::Out& out, const Settings& settings) {
  out("<h1>Boîte d’envoi</h1>");
  if (settings.smtp_url) return ui::empty_state(out, {.icon = "mail", .title = "Les courriels partent par un relais."});
  const auto files = newest(settings.outbox);
  if (files.empty()) return ui::empty_state(out, {.icon = "mail", .title = "Aucun courriel n’est encore parti."});
  out(R"(<ul class="stack">)");
  for (const auto& file : files) {
    const auto eml = read(settings.outbox, file.name);
    out(R"(<li><a href="/dev/courriels?courriel={}">{}</a><br><span class="soft">{} · {}</span></li>)", file.name,
        eml.subject, eml.to, french::moment(instant(file.written)));
  }
  out("</ul>");
}

void one(html::Out& out, const std::string& name, const mail::Eml& eml) {
  out(R"(<article class="stack"><p><a href="/dev/courriels">Boîte d’envoi</a></p><h1>{}</h1><p class="soft">De {}<br>À {}</p>)",
      eml.subject, eml.from, eml.to);
  if (!eml.html.empty())
    out(R"(<p><a class="btn" href="/dev/courriels?courriel={}&amp;forme=html" data-turbo="false">Voir la mise en forme</a></p>)",
        name);
  out(R"(<div class="prose"><p>)");
  std::string_view text = eml.text;
  for (auto line = text.substr(0, text.find('\n')); !text.empty(); line = text.substr(0, text.find('\n'))) {
    text_with_links(out, line);
    out("<br>");
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  out("</p></div>");
  if (eml.calendar) out("<p class=\"soft\">Avec un événement pour l’agenda.</p>");
  out("</article>");
}

// As a mail program would: styles of its own, nothing from elsewhere, no script.
http::Response as_read(const mail::Eml& eml) {
  auto response = http::Response::html(eml.html);
  response.headers.set("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  return response;
}

}  // namespace

http::Response mails(gate::Visit& v) {
  const Settings& settings = v.services.settings;
  if (!offered(settings)) throw http::Error(404);
  const auto name = v.query("courriel");
  if (name.empty()) return v.visitor_page({.title = "Boîte d’envoi"}, [&](html::Out& out) { list(out, settings); });
  const auto eml = read(settings.outbox, name);
  if (v.query("forme") == "html") return as_read(eml);
  return v.visitor_page({.title = eml.subject}, [&](html::Out& out) { one(out, name, eml); });
}

}  // namespace dev
