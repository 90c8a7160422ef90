#include "core/mail/letter_html.hpp"

#include "core/html.hpp"
#include "core/markdown.hpp"

namespace mail {
namespace {

using html::Url;

// Mail programs know tables and style attributes best; those that know a style element get the night's colours from it.
// The writer lets no style element through, rightly for pages; this constant is the one there is.
const html::Safe night{
    "<style>:root{color-scheme:light dark;supported-color-schemes:light dark}"
    "@media "
    "(prefers-color-scheme:dark){.ground{background:#17141a!important}.ink{color:#f3ece4!important}.soft{color:#b5abb8!"
    "important}"
    ".line{border-color:#39323f!important}.accent{color:#ff7ea8!important}.main{background:#ff7ea8!important}.on-main{"
    "color:#2a0614!important}}</style>"};

void paragraphs(html::Out& out, std::string_view text, bool small) {
  while (!text.empty()) {
    const auto end = text.find("\n\n");
    if (small)
      out(R"(<p class="soft" style="margin:0 0 16px;font-size:14px;color:#645a67;white-space:pre-line">{}</p>)",
          text.substr(0, end));
    else
      out(R"(<p style="margin:0 0 16px;white-space:pre-line">{}</p>)", text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
}

void add(html::Out& out, const Words& part) {
  paragraphs(out, part.text, false);
}
void add(html::Out& out, const Rich& part) {
  out(R"(<div style="margin:0 0 20px">{}</div>)", markdown::render_mail(part.markdown));
}
void add(html::Out& out, const Small& part) {
  paragraphs(out, part.text, true);
}

void add(html::Out& out, const Quote& part) {
  out(R"(<blockquote class="line" style="margin:0 0 20px;padding:2px 0 2px 16px;border-left:3px solid #b5124f">)");
  paragraphs(out, part.text, false);
  out(R"(<p class="soft" style="margin:0;font-size:14px;color:#645a67">{}</p></blockquote>)", part.who);
}

void add(html::Out& out, const Facts& part) {
  out(R"(<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px">)");
  for (const auto& [name, value] : part.lines)
    out(R"(<tr><td class="soft" style="padding:3px 16px 3px 0;color:#645a67;vertical-align:top">{}</td>)"
        R"(<td style="padding:3px 0;font-weight:bold;vertical-align:top">{}</td></tr>)",
        name, value);
  out("</table>");
}

void add(html::Out& out, const Buttons& part) {
  bool main = true;
  for (const auto& button : part.buttons) {
    out(R"(<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px"><tr>)");
    if (main)
      out(R"(<td class="main" bgcolor="#b5124f" style="background:#b5124f;border-radius:24px"><a class="on-main" href="{}" style="display:inline-block;padding:13px 28px;color:#ffffff;font-weight:bold;text-decoration:none">{}</a></td>)",
          Url::external(button.url), button.label);
    else
      out(R"(<td class="line" style="border:1px solid #8d8289;border-radius:24px"><a class="ink" href="{}" style="display:inline-block;padding:12px 27px;color:#221d24;font-weight:bold;text-decoration:none">{}</a></td>)",
          Url::external(button.url), button.label);
    out("</tr></table>");
    main = false;
  }
  out(R"(<div style="height:8px;line-height:8px">&nbsp;</div>)");
}

void foot(html::Out& out, const Letter& letter, const Settings& settings) {
  out(R"(<tr><td class="line soft" style="padding:20px 0 0;border-top:1px solid #e6dccf;font-size:14px;line-height:1.5;color:#645a67">)");
  if (!letter.why.empty()) out(R"(<p style="margin:0 0 8px">{}</p>)", letter.why);
  out(R"(<p style="margin:0"><a class="soft" href="{}" style="color:#645a67">{}</a>)", Url::external(settings.base_url),
      settings.site_name);
  if (!letter.unsubscribe.empty())
    out(R"( · <a class="soft" href="{}" style="color:#645a67">Ne plus recevoir ces courriels</a>)",
        Url::external(letter.unsubscribe));
  out("</p></td></tr>");
}

}  // namespace

std::string letter_html(const Letter& letter, std::string_view subject, const Settings& settings) {
  html::Out out(8192);
  out(R"(<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{}</title><meta name="viewport" content="width=device-width">)"
      R"(<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">{}</head>)",
      subject, night);
  out(R"(<body class="ground" style="margin:0;padding:0;background:#fbf7f1"><table class="ground" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fbf7f1"><tr>)"
      R"(<td align="center" style="padding:28px 20px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left">)"
      R"(<tr><td class="accent" style="padding:0 0 20px;font-family:Helvetica,Arial,sans-serif;font-size:18px;font-weight:bold;color:#b5124f">{}</td></tr>)"
      R"(<tr><td class="ink" style="padding:0 0 12px;font-family:Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5;color:#221d24">)"
      R"(<h1 style="margin:0 0 16px;font-size:26px;line-height:1.2">{}</h1>)",
      settings.site_name, letter.title);
  for (const auto& part : letter.parts) std::visit([&](const auto& p) { add(out, p); }, part);
  out("</td></tr>");
  foot(out, letter, settings);
  out("</table></td></tr></table></body></html>\n");
  return out.finish();
}

}  // namespace mail
