#pragma once
// How long a mission took, as two fields: hours and minutes.

#include <cstdint>
#include <string>

#include "core/html.hpp"
#include "gate/visit.hpp"
#include "ui/form.hpp"

namespace reports {

struct Duration {
  std::string hours, minutes;  ///< as typed
};
Duration duration(std::int32_t minutes);
Duration typed_duration(const gate::Visit& v);
/// In minutes; nothing typed is none.
std::int32_t read(const Duration& typed, ui::Errors& errors);
void write(html::Out& out, const Duration& typed, const ui::Errors& errors);

}  // namespace reports
