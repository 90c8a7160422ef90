#pragma once
// What a list and a zone are called, and what is said of them.

#include <string>
#include <string_view>

#include "ui/form.hpp"

namespace sections {

inline constexpr const char* list_name_taken = "Ce nom est déjà pris dans ta section.";

void check_list_names(const std::string& name, const std::string& description, ui::Errors& errors);
void list_name_fields(html::Out& out, std::string_view name, std::string_view description, const ui::Errors& errors,
                      std::string_view example);

}  // namespace sections
