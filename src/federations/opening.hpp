#pragma once
// «Ouvrir depuis un fichier» (S11): a file of sections, read in the request that brings it and kept nowhere; a preview;
// then all of it, or nothing.

#include "gate/visit.hpp"

namespace federations {

inline constexpr size_t opening_file_bytes = size_t{1} << 20;

http::Response choose_opening_file(gate::Visit& v);
http::Response preview_opening(gate::Visit& v);
http::Response open_sections(gate::Visit& v);
http::Response download_opening_model(gate::Visit& v);

}  // namespace federations
