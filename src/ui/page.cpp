#include "ui/page.hpp"

#include "core/text/french.hpp"
#include "ui/assets.hpp"
#include "ui/form.hpp"
#include "ui/icon.hpp"
#include "ui/page_parts.hpp"

namespace ui {

using html::Attribute;

namespace parts {

void mark(html::Out& out, const Theme& theme) {
  out(R"(<a class="mark" href="/">)");
  if (theme.logo)
    out(R"(<img src="{}" alt="" width="34" height="34">)", *theme.logo);
  else
    out(R"(<svg class="rings" aria-hidden="true"><use href="/static/{}#rings"></use></svg>)", asset("icons.svg"));
  out("<span>{}</span></a>", theme.name);
}

void head(html::Out& out, const Frame& frame, const Page& page) {
  const Theme& theme = *frame.theme;
  out("<!doctype html>\n");
  out(R"(<html lang="fr" data-accent="{}"><head><meta charset="utf-8"><title>{}{}{}</title>)", theme.accent, page.title,
      page.title.empty() ? "" : " · ", theme.name);
  out(R"html(<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">)html"
      R"html(<meta name="robots" content="noindex, nofollow, noarchive"><meta name="color-scheme" content="light dark">)html"
      R"html(<meta name="theme-color" content="#fbf7f1" media="(prefers-color-scheme: light)">)html"
      R"html(<meta name="theme-color" content="#17141a" media="(prefers-color-scheme: dark)">)html"
      // Nothing is fetched before it is asked for: a look at a page marks it as seen. And no older copy of a page
      // stands in for it meanwhile: what one writes into that would be lost.
      R"html(<meta name="turbo-prefetch" content="false"><meta name="turbo-cache-control" content="no-preview"><meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">)html");
  if (!frame.csrf.empty()) out(R"(<meta name="csrf-token" content="{}">)", frame.csrf);
  out(R"(<link rel="preload" as="font" type="font/woff2" crossorigin href="/static/{}">)", asset("display.woff2"));
  out(R"(<link rel="stylesheet" href="/static/{}" data-turbo-track="reload"><link rel="icon" type="image/svg+xml" href="/static/{}">)"
      R"(<link rel="manifest" href="/manifest.webmanifest"><link rel="apple-touch-icon" href="/static/{}">)",
      asset("app.css"), asset("favicon.svg"), asset("touch_icon.png"));
  out(R"(<script type="module" src="/static/{}" data-turbo-track="reload"></script></head>)", asset("app.js"));
}

void flash_line(html::Out& out, const Flash& flash) {
  std::string_view tone = "good";
  Icon sign = "circle-check";
  switch (flash.tone) {
    case Flash::Tone::good:
      break;
    case Flash::Tone::info:
      tone = "info";
      sign = "info";
      break;
    case Flash::Tone::warning:
      tone = "warning";
      sign = "triangle-alert";
      break;
    case Flash::Tone::bad:
      tone = "bad";
      sign = "circle-alert";
      break;
  }
  out(R"(<div class="flash {}" data-controller="flash" {}>{}<p>{}</p>)", tone,
      Attribute("role", flash.tone == Flash::Tone::bad ? std::optional("alert") : std::nullopt), icon(sign),
      flash.text);
  out(R"(<button type="button" class="icon-btn" aria-label="Fermer ce message" data-action="flash#dismiss" hidden data-flash-target="button">{}</button></div>)",
      icon("x"));
}

void flashes(html::Out& out, const Frame& frame) {
  out(R"(<div id="flash" class="flashes" aria-live="polite">)");
  for (const auto& flash : frame.flashes) flash_line(out, flash);
  out("</div>");
}

void foot(html::Out& out) {
  out(R"(<footer class="foot"><a href="/mode-d-emploi">Mode d’emploi</a><a href="/signaler">Signaler un abus</a><a href="/charte">Charte</a><a href="/contact">Contacter l’équipe</a>)"
      R"(<a href="/mentions-legales">Mentions légales</a><a href="#haut">Haut de page</a></footer>)");
}

// The dialog that asks before a form with data-turbo-confirm is sent; opened by script, so it is nothing without.
void confirm_dialog(html::Out& out) {
  out(R"(<dialog id="confirm" class="dialog" aria-labelledby="confirm-question"><form method="dialog"><p id="confirm-question"></p>)"
      R"(<div class="buttons"><button class="btn main" value="yes">Oui</button><button class="btn" value="no" autofocus>Non, annuler</button></div>)"
      R"(</form></dialog>)");
}

}  // namespace parts

void flash_stream(html::Out& out, const Flash& flash) {
  out(R"(<turbo-stream action="append" target="flash"><template>)");
  parts::flash_line(out, flash);
  out("</template></turbo-stream>");
}

void open_page(html::Out& out, const Frame& frame, const Page& page) {
  parts::head(out, frame, page);
  const bool live = frame.live && frame.remote.has_value();
  std::string topics = frame.live_topics;
  if (!topics.empty() && !page.live_topics.empty()) topics += ' ';
  topics += page.live_topics;
  out(R"(<body id="haut" {} {} {}><a class="skip" href="#contenu">Aller au contenu</a>)",
      Attribute("data-controller", live ? std::optional("live") : std::nullopt),
      Attribute("data-live-url-value", live ? std::optional("/vif") : std::nullopt),
      Attribute("data-live-topics-value", live ? std::optional(topics) : std::nullopt));
  parts::top_bar(out, frame, page);
  if (frame.remote) {
    out(R"(<div class="frame">)");
    parts::remote(out, frame, page);
    out(R"(<main id="contenu" tabindex="-1">)");
  } else {
    out(R"(<div class="frame alone"><main id="contenu" tabindex="-1">)");
  }
  parts::flashes(out, frame);
}

void close_page(html::Out& out, const Frame&) {
  out("</main></div>");
  parts::foot(out);
  parts::confirm_dialog(out);
  out("</body></html>\n");
}

void open_visitor_page(html::Out& out, const Frame& frame, const Page& page) {
  parts::head(out, frame, page);
  out(R"(<body id="haut" class="visitor"><a class="skip" href="#contenu">Aller au contenu</a><header class="top">)");
  parts::mark(out, *frame.theme);
  out(R"(</header><main id="contenu" tabindex="-1">)");
  parts::flashes(out, frame);
}

void close_visitor_page(html::Out& out, const Frame&) {
  out("</main>");
  parts::foot(out);
  out("</body></html>\n");
}

}  // namespace ui
