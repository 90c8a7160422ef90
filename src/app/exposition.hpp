#pragma once
// Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace app {

class Exposition {
 public:
  using Labels = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// Before the samples of that name. `type`: counter, gauge, histogram.
  void declare(std::string_view name, std::string_view type, std::string_view help);
  void sample(std::string_view name, Labels labels, double value);
  /// A declaration and its lone sample.
  void one(std::string_view name, std::string_view type, std::string_view help, double value);
  [[nodiscard]] std::string finish() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace app
