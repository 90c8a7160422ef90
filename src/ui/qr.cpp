#include "ui/qr.hpp"

#include <memory>
#include <stdexcept>

#include <qrencode.h>

namespace ui {
namespace {

constexpr int margin = 4;  // modules of quiet around it, as the standard wants

// One path: a run of dark modules is a bar.
std::string bars(const QRcode& code) {
  std::string path;
  for (int y = 0; y < code.width; ++y)
    for (int x = 0; x < code.width; ++x) {
      const auto dark = [&](int at) { return at < code.width && (code.data[y * code.width + at] & 1); };
      if (!dark(x)) continue;
      const int from = x;
      while (dark(x)) ++x;
      path += 'M' + std::to_string(from + margin) + ' ' + std::to_string(y + margin) + 'h' + std::to_string(x - from) +
              "v1h-" + std::to_string(x - from) + 'z';
    }
  return path;
}

}  // namespace

void qr(html::Out& out, const std::string& content, std::string_view name) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(content.c_str(), 0, QR_ECLEVEL_M),
                                                             QRcode_free);
  if (!code) throw std::length_error("too long for a QR code");
  const int side = code->width + 2 * margin;
  out(R"(<svg class="qr" role="img" aria-label="{}" viewBox="0 0 {} {}" shape-rendering="crispEdges">)", name, side,
      side);
  out(R"(<rect class="light" width="{}" height="{}"/><path class="dark" d="{}"/></svg>)", side, side, bars(*code));
}

}  // namespace ui
