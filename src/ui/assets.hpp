#pragma once
// Names of the built files of web/dist, which carry a digest of their content: asset("app.css") is "app-4QX2.css",
// served under /static/.

#include <filesystem>
#include <string_view>

namespace ui {

/// Reads web/dist/manifest.json. Called once at start, before the first page is written; nothing changes afterwards.
void load_assets(const std::filesystem::path& manifest);

/// The built name; the name itself when it is not in the manifest (unit tests run without a built front end).
std::string_view asset(std::string_view name);

}  // namespace ui
