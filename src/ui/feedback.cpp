#include "ui/feedback.hpp"

#include <algorithm>

#include "core/text/french.hpp"
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

void open_comment(html::Out& out, const Comment& comment, paris::Instant now) {
  out(R"(<article class="comment" id="{}">)", comment.id);
  face(out, comment.author);
  out("<div><p>");
  if (comment.author.href.text() == "#")
    out(R"(<span class="name">{}</span>)", comment.author.name);
  else
    out(R"(<a class="name" href="{}">{}</a>)", comment.author.href, comment.author.name);
  out(R"( <time class="soft" datetime="{}">{}</time></p><p class="text">{}</p>)", paris::machine(comment.at),
      french::ago(comment.at, now), comment.text);
}

void comment(html::Out& out, const Comment& said, paris::Instant now) {
  comment(out, said, now, [] {});
}

}  // namespace ui
