#include "sections/list_names.hpp"

#include "core/utf8.hpp"

namespace sections {
namespace {

constexpr int longest_name = 80, longest_description = 1000;  // characters

}  // namespace

void check_list_names(const std::string& name, const std::string& description, ui::Errors& errors) {
  if (name.empty()) errors.add("name", "Donne un nom.");
  if (utf8::length(name) > longest_name) errors.add("name", "Raccourcis le nom : 80 caractères au plus.");
  if (utf8::length(description) > longest_description)
    errors.add("description", "Raccourcis la description : 1 000 caractères au plus.");
}

void list_name_fields(html::Out& out, std::string_view name, std::string_view description, const ui::Errors& errors,
                      std::string_view example) {
  ui::field(out, {.name = "name",
                  .label = "Nom",
                  .value = name,
                  .error = errors["name"],
                  .placeholder = example,
                  .max_length = longest_name,
                  .required = true});
  ui::textarea(
      out,
      {.name = "description", .label = "Description", .value = description, .error = errors["description"], .rows = 3});
}

}  // namespace sections
