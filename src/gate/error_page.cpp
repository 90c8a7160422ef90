#include "gate/error_page.hpp"

#include "core/html.hpp"
#include "ui/form.hpp"
#include "ui/page.hpp"

namespace gate {
namespace {

struct Words {
  std::string_view title, text;
};

Words usual_words(int status) {
  switch (status) {
    case 400:
      return {"Demande incomprise",
              "Ton navigateur a envoyé quelque chose que nous n’avons pas compris. Recharge la page et recommence."};
    case 401:
      return {"Connecte-toi d’abord",
              "Ta session est terminée. Connecte-toi, puis recommence : rien n’a été enregistré."};
    case 403:
      return {"Cette page n’est pas pour toi",
              "Elle est réservée à d’autres membres. Si tu penses que c’est une erreur, parles-en à ton secrétaire de "
              "section."};
    case 404:
      return {"Page introuvable", "Elle n’existe pas, n’existe plus, ou n’est pas visible pour toi."};
    case 405:
      return {"Demande impossible", "Cette adresse ne s’utilise pas ainsi. Reviens à l’accueil."};
    case 413:
      return {"C’est trop lourd",
              "Ce que tu envoies dépasse la taille permise. Allège-le et recommence : rien n’a été enregistré."};
    case 415:
      return {"Format inconnu", "Nous ne savons pas lire ce que ton navigateur a envoyé."};
    case 429:
      return {"Doucement", "Trop de demandes en peu de temps. Attends un moment et recommence."};
    case 503:
      return {"Un instant",
              "La coopol est très demandée ou redémarre. Recommence dans quelques secondes : rien n’a été perdu."};
    default:
      return {"Quelque chose a mal tourné",
              "L’erreur est de notre côté, et elle est notée. Recommence dans un moment."};
  }
}

}  // namespace

http::Response error_page(const http::Request& request, const http::Error& error, const Services& services,
                          bool signed_in) {
  const auto words = usual_words(error.status);
  const std::string_view told = error.what();
  ui::Frame frame;
  frame.theme = &services.theme;
  html::Out out(4096);
  ui::visitor_page(out, frame, {.title = words.title}, [&] {
    out(R"(<div class="panel narrow stack"><h1>{}</h1><p>{}</p>)", words.title, told.empty() ? words.text : told);
    if (error.status >= 500) out(R"(<p class="soft">Référence à donner si tu nous écris : {}</p>)", request.id);
    ui::link_button(out, html::Url::local("/"),
                    {.label = signed_in || error.status != 401 ? "Revenir à l’accueil" : "Me connecter"});
    out("</div>");
  });
  auto response = http::Response::html(out.finish(), error.status);
  if (error.retry_after) response.headers.set("retry-after", std::to_string(error.retry_after->count()));
  return response;
}

}  // namespace gate
