#pragma once

#include <string>
#include <vector>

#include "members/card.hpp"
#include "members/interests.hpp"
#include "ui/navigation.hpp"

namespace members {

struct Filter {
  std::string words;
  SpaceId federation, section;  ///< 0: all
  std::string interest;

  [[nodiscard]] bool places() const { return federation.number() != 0 || section.number() != 0 || !interest.empty(); }
  [[nodiscard]] bool empty() const { return words.empty() && !places(); }
};
/// Where the directory stands under that filter, after that person.
std::string address(const Filter& filter, const Card* after = nullptr);

struct Place {
  SpaceId id;
  std::string name;
};
/// A card's columns, and whether one may ask them to be coopains: neither oneself, nor a coopain, nor asked or asking.
struct Listed {
  MemberId id;
  std::string first_name, last_name;
  std::optional<std::string> section, city;
  std::optional<images::PictureId> picture;
  bool addable;
  [[nodiscard]] Card card() const { return {id, first_name, last_name, section, city, picture}; }
};
struct DirectoryPage {
  Filter filter;
  std::vector<Listed> people;
  std::vector<Place> federations, sections;  ///< those of the chosen federation
  ui::Pager pager;
};
void directory_page(html::Out& out, const DirectoryPage& page, std::string_view csrf);

}  // namespace members
