#include "ui/plot.hpp"

#include <algorithm>

#include "core/text/french.hpp"
#include "ui/icon.hpp"

namespace ui {
namespace {

constexpr std::int64_t width = 1000, height = 240;  // of the drawing, before it is stretched
constexpr std::int64_t stub = 5;                    // what stands for «moins de 5»

std::int64_t highest(const Plot& plot) {
  std::int64_t most = 0;
  for (const auto& series : plot.series)
    for (const auto& value : series.values) most = std::max(most, value.value.value_or(0));
  return most;
}

std::string shown(const PlotValue& value) {
  if (value.few) return "moins de 5";
  return value.value ? french::number(*value.value) : "—";
}

// Side by side within the row's place, a gap of a fifth between rows.
void bars(html::Out& out, const Plot& plot, std::int64_t top) {
  const auto rows = std::ssize(plot.rows), many = std::ssize(plot.series);
  for (std::int64_t s = 0; s < many; ++s)
    for (std::int64_t i = 0; i < rows; ++i) {
      const auto& value = plot.series[static_cast<size_t>(s)].values[static_cast<size_t>(i)];
      if (!value.few && value.value.value_or(0) == 0) continue;
      const auto place = width / rows, thick = std::max<std::int64_t>(place * 4 / 5 / many, 1);
      const auto tall = value.few ? stub : std::max<std::int64_t>(*value.value * height / top, 2);
      out(R"(<rect class="s{}{}" x="{}" y="{}" width="{}" height="{}"></rect>)", s, value.few ? " few" : "",
          i * width / rows + place / 10 + s * thick, height - tall, thick, tall);
    }
}

// A row that is not known breaks the line.
void lines(html::Out& out, const Plot& plot, std::int64_t top) {
  const auto rows = std::ssize(plot.rows);
  for (std::int64_t s = 0; s < std::ssize(plot.series); ++s) {
    std::string path, dots;
    bool drawing = false;
    for (std::int64_t i = 0; i < rows; ++i) {
      const auto& value = plot.series[static_cast<size_t>(s)].values[static_cast<size_t>(i)];
      if (!value.value) {
        drawing = false;
        continue;
      }
      const auto at =
          std::to_string((2 * i + 1) * width / (2 * rows)) + ' ' + std::to_string(height - *value.value * height / top);
      path += (drawing ? "L" : "M") + at;
      dots += 'M' + at + "h0";
      drawing = true;
    }
    out(R"(<path class="s{} line" d="{}"></path><path class="s{} dots" d="{}"></path>)", s, path, s, dots);
  }
}

void table(html::Out& out, const Plot& plot) {
  out(R"(<details class="fold"><summary>Voir les nombres{}</summary><div class="scroll" tabindex="0" role="region" aria-label="Nombres : {}"><table class="numbers"><thead><tr><th scope="col">{}</th>)",
      icon("chevron-down"), plot.title, plot.row_name);
  for (const auto& series : plot.series) out(R"(<th scope="col">{}</th>)", series.name);
  out("</tr></thead><tbody>");
  for (size_t i = plot.rows.size(); i-- > 0;) {
    out(R"(<tr><th scope="row">{}</th>)", plot.rows[i]);
    for (const auto& series : plot.series) out("<td>{}</td>", shown(series.values[i]));
    out("</tr>");
  }
  out("</tbody></table></div></details>");
}

}  // namespace

std::int64_t plot_top(std::int64_t highest) {
  for (std::int64_t step = 1;; step *= 10)
    for (const std::int64_t top : {4 * step, 10 * step, 20 * step})
      if (highest <= top) return top;
}

void plot(html::Out& out, const Plot& plot) {
  const auto top = plot_top(highest(plot));
  out(R"(<figure class="plot"><figcaption><h3>{}</h3><p>{}</p></figcaption>)", plot.title, plot.summary);
  if (plot.series.size() > 1) {
    out(R"(<ul class="legend" aria-hidden="true">)");
    for (size_t s = 0; s < plot.series.size(); ++s)
      out(R"(<li><span class="key s{}"></span>{}</li>)", s, plot.series[s].name);
    out("</ul>");
  }
  out(R"(<div class="drawing" role="img" aria-label="{}"><div class="axis"><span>{}</span><span>{}</span><span>0</span></div>)",
      std::string(plot.title) + ". " + std::string(plot.summary), french::number(top), french::number(top / 2));
  out(R"(<svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true"><path class="grid" d="M0 0H{}M0 {}H{}M0 {}H{}"></path>)",
      width, height, width, height / 2, width, height, width);
  if (!plot.rows.empty()) {
    if (plot.line)
      lines(out, plot, top);
    else
      bars(out, plot, top);
  }
  out("</svg>");
  if (!plot.rows.empty())
    out(R"(<div class="rows"><span>{}</span><span>{}</span><span>{}</span></div>)", plot.rows.front(),
        plot.rows[plot.rows.size() / 2], plot.rows.back());
  out("</div>");
  table(out, plot);
  out("</figure>");
}

}  // namespace ui
