#pragma once
#include "contacts/book.hpp"

namespace contacts {

/// Does it begin as a .vcf does?
bool is_vcard(std::string_view bytes);

/// Versions 2.1 (versit, 1996), 3.0 (RFC 2426) and 4.0 (RFC 6350), mixed in one file if need be. Names and addresses
/// alone: a photo is stepped over.
Book read_vcards(std::string_view bytes);

}  // namespace contacts
