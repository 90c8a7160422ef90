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
struct DirectoryPage {
  Filter filter;
  std::vector<Card> people;
  std::vector<Place> federations, sections;  ///< those of the chosen federation
  ui::Pager pager;
};
void directory_page(html::Out& out, const DirectoryPage& page);

}  // namespace members
