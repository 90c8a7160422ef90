#pragma once
#include "contacts/book.hpp"

namespace contacts {

/// A table with titles in French or English as address books write them, or without.
Book read_csv(std::string_view bytes);

}  // namespace contacts
