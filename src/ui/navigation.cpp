#include "ui/navigation.hpp"

#include "core/text/french.hpp"

namespace ui {

using html::Attribute;

namespace {
Attribute current(bool yes, std::string_view value = "page") {
  return {"aria-current", yes ? std::optional(value) : std::nullopt};
}

void links(html::Out& out, std::string_view css, std::string_view label, std::span<const Tab> tabs) {
  out(R"(<nav class="{}" aria-label="{}" data-controller="scroller" data-action="scroll->scroller#mark">)", css, label);
  for (const auto& tab : tabs) {
    out(R"(<a href="{}" {}>{})", tab.href, current(tab.current), tab.label);
    if (tab.count != 0) out(R"( <span class="count">{}</span>)", french::number(tab.count));
    out("</a>");
  }
  out("</nav>");
}
}  // namespace

void tabs(html::Out& out, std::string_view label, std::span<const Tab> tabs) {
  links(out, "tabs", label, tabs);
}
void pills(html::Out& out, std::string_view label, std::span<const Tab> pills) {
  links(out, "pills", label, pills);
}

void pager(html::Out& out, const Pager& pager) {
  if (!pager.previous && !pager.next && pager.words.empty()) return;
  out(R"(<nav class="pager" aria-label="Pages">)");
  if (pager.previous)
    out(R"(<a class="btn" rel="prev" href="{}">{}Précédents</a>)", *pager.previous, icon("arrow-left"));
  else
    out("<span></span>");
  out(R"(<span class="soft">{}</span>)", pager.words);
  if (pager.next)
    out(R"(<a class="btn" rel="next" href="{}">Suivants{}</a>)", *pager.next, icon("arrow-right"));
  else
    out("<span></span>");
  out("</nav>");
}

void side_list(html::Out& out, std::string_view label, std::span<const SideItem> items) {
  out(R"(<nav class="side" aria-label="{}" data-controller="scroller" data-action="scroll->scroller#mark">)", label);
  for (const auto& item : items) {
    if (!item.title.empty()) out(R"(<p class="title">{}</p>)", item.title);
    out(R"(<a href="{}" {} {}>{}<span>{}</span>)", item.href, current(item.current),
        Attribute("class", item.create ? std::optional("create") : std::nullopt),
        icon(item.create ? Icon("plus") : Icon()), item.label);
    if (item.count >= 0) out(R"(<span class="count">{}</span>)", french::number(item.count));
    out("</a>");
  }
  out("</nav>");
}

void stepper(html::Out& out, std::span<const Step> steps, int current_step) {
  out(R"(<ol class="steps" aria-label="Étapes">)");
  int number = 0;
  for (const auto& step : steps) {
    ++number;
    const bool done = number < current_step;
    out(R"(<li class="{}" {}><span class="number" aria-hidden="true">)",
        done                     ? "done"
        : number == current_step ? "now"
                                 : "later",
        current(number == current_step, "step"));
    if (done)
      out("{}", icon("check"));
    else
      out("{}", number);
    out("</span>");
    if (step.href && number != current_step)
      out(R"(<a href="{}">{}</a>)", *step.href, step.label);
    else
      out("<span>{}</span>", step.label);
    if (done) out(R"(<span class="sr"> (fait)</span>)");
    out("</li>");
  }
  out("</ol>");
}

void back_link(html::Out& out, const html::Url& href, std::string_view label) {
  out(R"(<p class="back"><a href="{}">{}{}</a></p>)", href, icon("arrow-left"), label);
}

void head(html::Out& out, const Head& head) {
  out(R"(<div class="head"><h2>{}</h2>)", head.title);
  // «Voir tout» stands several times on a page: read out alone, it says what of.
  if (head.href)
    out(R"(<a href="{}">{}{}<span class="sr"> : {}</span></a>)", *head.href, icon(head.icon), head.link, head.title);
  out("</div>");
}

}  // namespace ui
