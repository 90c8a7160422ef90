#pragma once
// «Importer mon fichier de membres», first step: which file, and who is in it (S07).

#include "gate/visit.hpp"

namespace sections {

/// A file of 32 MB and what the form adds to it.
inline constexpr size_t upload_bytes = (size_t{32} << 20) + 65536;

http::Response choose_file(gate::Visit& v);
http::Response take_file(gate::Visit& v);

}  // namespace sections
