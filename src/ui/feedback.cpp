#include "ui/feedback.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "ui/assets.hpp"
#include "ui/form.hpp"

namespace ui {

void empty_state(html::Out& out, const Empty& empty) {
  out(R"(<div class="empty"><span class="sign">{}</span><p class="title">{}</p>)", icon(empty.icon), empty.title);
  if (!empty.text.empty()) out("<p>{}</p>", empty.text);
  if (empty.href) link_button(out, *empty.href, {.label = empty.link});
  out("</div>");
}

void notice(html::Out& out, Flash::Tone tone, std::string_view text) {
  switch (tone) {
    case Flash::Tone::good:
      out(R"(<div class="notice good">{}<p>{}</p></div>)", icon("circle-check"), text);
      break;
    case Flash::Tone::info:
      out(R"(<div class="notice info">{}<p>{}</p></div>)", icon("info"), text);
      break;
    case Flash::Tone::warning:
      out(R"(<div class="notice warning">{}<p>{}</p></div>)", icon("triangle-alert"), text);
      break;
    case Flash::Tone::bad:
      out(R"(<div class="notice bad">{}<p>{}</p></div>)", icon("circle-alert"), text);
      break;
  }
}

void progress(html::Out& out, const Progress& progress) {
  out(R"(<div class="progress{}" id="{}"><p><b id="{}-label">{}</b>)", progress.finished ? " finished" : "",
      progress.id, progress.id, progress.label);
  if (progress.total > 0)
    out(R"( <span class="soft">{} sur {}</span>)", french::number(progress.done), french::number(progress.total));
  out("</p>");
  if (progress.total > 0)
    out(R"(<progress aria-labelledby="{}-label" value="{}" max="{}"></progress>)", progress.id,
        std::min(progress.done, progress.total), progress.total);
  else
    out(R"(<progress aria-labelledby="{}-label"></progress>)", progress.id);
  if (!progress.detail.empty()) out(R"(<p class="soft">{}</p>)", progress.detail);
  out("</div>");
}

void chip(html::Out& out, std::string_view label, Tone tone) {
  std::string_view css = "chip";
  switch (tone) {
    case Tone::plain:
      break;
    case Tone::accent:
      css = "chip accent";
      break;
    case Tone::good:
      css = "chip good";
      break;
    case Tone::warning:
      css = "chip warning";
      break;
    case Tone::bad:
      css = "chip bad";
      break;
  }
  out(R"(<span class="{}">{}</span>)", css, label);
}

void stats(html::Out& out, std::span<const Stat> stats) {
  out(R"(<ul class="stats">)");
  for (const auto& stat : stats) out("<li><b>{}</b> <span>{}</span></li>", stat.value, stat.label);
  out("</ul>");
}

void definitions(html::Out& out, std::span<const Definition> definitions) {
  out(R"(<dl class="definitions">)");
  for (const auto& [name, value] : definitions)
    if (!value.empty()) out("<div><dt>{}</dt><dd>{}</dd></div>", name, value);
  out("</dl>");
}

void comment(html::Out& out, const Comment& comment, paris::Instant now) {
  out(R"(<article class="comment" id="{}">)", comment.id);
  face(out, comment.author);
  out(R"(<div><p><a class="name" href="{}">{}</a> <time class="soft" datetime="{}">{}</time></p><p class="text">{}</p></div></article>)",
      comment.author.href, comment.author.name, paris::machine(comment.at), french::ago(comment.at, now), comment.text);
}

namespace {
struct ErrorWords {
  std::string_view title, text;
};

ErrorWords words(int status) {
  switch (status) {
    case 400:
      return {"On n’a pas compris",
              "Ce que ton navigateur a envoyé ne tient pas debout. Reviens en arrière et réessaie."};
    case 401:
      return {"Il faut te connecter", "Ta session est finie, ou tu n’étais pas encore là. Connecte-toi et reprends."};
    case 403:
      return {"Cette porte n’est pas pour toi",
              "Tu n’as pas accès à cette page. Si tu devrais, demande à ton secrétaire de section."};
    case 404:
      return {"Il n’y a personne à cette adresse",
              "La page n’existe pas, n’existe plus, ou n’est pas visible pour toi."};
    case 405:
      return {"Ce n’est pas comme ça qu’on entre", "Reviens en arrière et utilise le bouton de la page."};
    case 409:
      return {"Quelqu’un est passé avant toi", "La page a changé entre-temps. Recharge-la et regarde."};
    case 410:
      return {"Ce lien ne sert plus", "Il a déjà servi, ou il a été remplacé par un plus récent."};
    case 413:
      return {"C’est trop gros", "Ce que tu envoies dépasse la taille permise."};
    case 429:
      return {"Doucement", "Il y a eu beaucoup d’essais en peu de temps. Attends un peu, puis réessaie."};
    case 503:
      return {"On arrive", "Il y a du monde, ou on répare quelque chose. Réessaie dans un instant."};
    default:
      break;
  }
  if (status < 500) return {"Ça ne marche pas", "Reviens en arrière et réessaie."};
  return {"Quelque chose a cassé chez nous", "Ce n’est pas ta faute. On a noté l’incident ; réessaie dans un moment."};
}
}  // namespace

void error_body(html::Out& out, int status, std::string_view message, std::string_view request) {
  const auto usual = words(status);
  out(R"(<div class="oops"><svg class="rings" aria-hidden="true"><use href="/static/{}#rings"></use></svg><p class="kind">{}</p><h1>{}</h1><p>{}</p>)",
      asset("icons.svg"), status, usual.title, message.empty() ? usual.text : message);
  out(R"(<div class="buttons">)");
  link_button(out, html::Url::local("/"), {.label = "Retourner à l’accueil"});
  link_button(out, html::Url::local("/contact"), {.label = "Contacter l’équipe", .look = Look::plain});
  out("</div>");
  if (!request.empty()) out(R"(<p class="soft">Référence à donner à l’équipe : <code>{}</code></p>)", request);
  out("</div>");
}

}  // namespace ui
