#pragma once
// The browsers that are told at once (A08): asked for by a press of a button in that browser, listed, given up.

#include <vector>

#include "core/ids.hpp"
#include "gate/visit.hpp"

namespace notifications {

struct Device {
  DeviceId id;
  std::string name;
  pg::Time since;
  bool here;  ///< the browser that looks
};
extern const pg::Statement<Device(pg::Bytes)> my_devices;  ///< by the viewer's session

void devices_panel(html::Out& out, const std::vector<Device>& devices, const Settings& settings, std::string_view csrf);

http::Response add_device(gate::Visit& v);     ///< POST /compte/notifications/appareils
http::Response remove_device(gate::Visit& v);  ///< POST /compte/notifications/appareils/:device/retirer
http::Response worker(gate::Visit& v);         ///< GET /service-worker.js: what shows them, in the browser

}  // namespace notifications
