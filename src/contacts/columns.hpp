#pragma once
// What the titles of an address book's columns mean, as Google, Outlook, Thunderbird, Apple, Proton and people write
// them, in French and in English.

#include <string_view>

namespace contacts {

enum class Part : unsigned char { none, whole, first, last, organisation, address };

Part part_of(std::string_view title);

}  // namespace contacts
