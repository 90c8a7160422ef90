#include "foot/message.hpp"

#include <algorithm>

#include "core/http/client_address.hpp"
#include "core/text/email.hpp"
#include "core/text/fold.hpp"
#include "foot/page.hpp"
#include "ui/form.hpp"

namespace foot {
namespace {

constexpr int longest_words = 4000, longest_page = 400;  // as the table has them

using Text = std::string;
const pg::Statement<void(Text, std::optional<Text>, Text, Text, std::optional<Text>)> leave_message{
    "foot.leave_message", "select leave_message($1, $2, $3, $4, $5)"};

struct Kind {
  std::string_view name, path, title, lead, label, button, thanks;
};
constexpr Kind contact_kind{"contact",
                            "/contact",
                            "Contacter l’équipe",
                            "Une question, une idée, quelque chose qui ne marche pas : l’équipe d’animation te lit.",
                            "Ton message",
                            "Envoyer",
                            "Merci ! L’équipe a reçu ton message, et te répondra par courriel."};
constexpr Kind abuse_kind{"abuse",
                          "/signaler",
                          "Signaler un abus",
                          "Dis ce qui ne va pas, et sur quelle page. L’équipe ne verra que ce que tu lui signales, et "
                          "gardera ton nom pour elle.",
                          "Ce qui ne va pas",
                          "Signaler",
                          "Merci. L’équipe a reçu ton signalement et va regarder."};

struct Typed {
  Text page, email, words;
};

http::Response form_page(gate::Visit& v, const Kind& kind, const Typed& typed, const ui::Errors& errors,
                         int status = 200) {
  return page(
      v, kind.title,
      [&](html::Out& out) {
        out(R"(<div class="stack"><h1>{}</h1><p>{}</p>)", kind.title, kind.lead);
        ui::error_summary(out, errors);
        ui::form(out, {.action = html::Url::local(kind.path), .csrf = v.csrf()}, [&] {
          if (kind.name == "abuse")
            ui::field(out, {.name = "page",
                            .label = "Adresse de la page",
                            .value = typed.page,
                            .error = errors["page"],
                            .max_length = longest_page});
          if (!v.signed_in())
            ui::field(out, {.name = "email",
                            .label = "Ton courriel",
                            .value = typed.email,
                            .type = "email",
                            .hint = "Facultatif : pour que nous puissions te répondre.",
                            .error = errors["email"],
                            .autocomplete = "email"});
          ui::textarea(out, {.name = "words",
                             .label = kind.label,
                             .value = typed.words,
                             .error = errors["words"],
                             .rows = 6,
                             .max_length = longest_words,
                             .required = true});
          ui::submit(out, {.label = kind.button});
        });
        out("</div>");
      },
      status);
}

http::Response show(gate::Visit& v, const Kind& kind) {
  v.ask();
  // A link beside something says which page it is about; else it is the page before.
  const auto named = v.query("page");
  return form_page(v, kind,
                   {.page = named.starts_with('/') && text::length(named) <= longest_page
                                ? named
                                : page_of(v.request.headers.get("referer"), v.services.settings.base_url)},
                   {});
}

Typed read(const gate::Visit& v, ui::Errors& errors) {
  Typed typed{v.field("page"), v.field("email"), v.field("words")};
  if (text::length(typed.page) > longest_page) errors.add("page", "Cette adresse est trop longue.");
  if (!typed.email.empty() && email::read(typed.email).fault != email::Fault::none)
    errors.add("email", "Vérifie cette adresse : elle s’écrit comme prenom.nom@exemple.fr.");
  if (typed.words.empty()) errors.add("words", "Écris quelques mots.");
  if (text::length(typed.words) > longest_words) errors.add("words", "Quatre mille signes au plus.");
  return typed;
}

http::Response receive(gate::Visit& v, const Kind& kind) {
  ui::Errors errors;
  const Typed typed = read(v, errors);
  if (!errors.empty()) {
    v.ask();
    return form_page(v, kind, typed, errors, 422);
  }
  const auto& team = v.services.settings.team_address;
  const Text address = email::read(typed.email).address;
  v.run(leave_message, Text(kind.name), address.empty() ? std::nullopt : std::optional(address), typed.page,
        typed.words, team.empty() ? std::nullopt : std::optional(team));
  v.ask();
  return v.redirect(typed.page.starts_with('/') ? typed.page : "/", Text(kind.thanks));
}

}  // namespace

std::string page_of(std::string_view referer, std::string_view base_url) {
  if (!referer.starts_with(base_url)) return {};
  referer.remove_prefix(base_url.size());
  const auto path = referer.substr(0, referer.find_first_of("?#"));
  // The link of a mail is a key: it is not passed on.
  size_t longest_segment = 0;
  for (size_t from = 0; from < path.size();) {
    const auto slash = std::min(path.find('/', from), path.size());
    longest_segment = std::max(longest_segment, slash - from);
    from = slash + 1;
  }
  constexpr size_t longest_name = 40;
  return path.starts_with('/') && path.size() <= longest_page && longest_segment <= longest_name ? std::string(path)
                                                                                                 : std::string{};
}

http::Response write_to_team(gate::Visit& v) {
  return show(v, contact_kind);
}
http::Response contact(gate::Visit& v) {
  return receive(v, contact_kind);
}
http::Response describe_abuse(gate::Visit& v) {
  return show(v, abuse_kind);
}
http::Response report(gate::Visit& v) {
  return receive(v, abuse_kind);
}

}  // namespace foot
