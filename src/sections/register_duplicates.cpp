#include "sections/register_duplicates.hpp"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/text/fold.hpp"
#include "core/text/french.hpp"

namespace sections {

namespace {

using Index = size_t;

constexpr size_t named = 3;  // other lines in one sentence

std::string at(const RegisterLine& line) {
  return "ligne " + std::to_string(line.line);
}

bool agree(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() || a == b;
}

// Two people of one name: father and son, or two cards.
bool may_be_one(const RegisterLine& a, const RegisterLine& b) {
  return agree(a.number, b.number) && (!a.born_on || !b.born_on || a.born_on == b.born_on);
}

// One number is one person: married under another name perhaps, but hardly with another first name and date of birth.
bool has_something_in_common(const RegisterLine& a, const RegisterLine& b) {
  return text::fold(a.first_name) == text::fold(b.first_name) || (a.born_on && a.born_on == b.born_on);
}

void fill(RegisterLine& line, const RegisterLine& from) {
  const auto take = [](auto& ours, const auto& theirs, const auto& nothing) {
    if (ours == nothing) ours = theirs;
  };
  for (const auto member : {&RegisterLine::number, &RegisterLine::phone, &RegisterLine::mobile, &RegisterLine::dues})
    take(line.*member, from.*member, std::string());
  take(line.joined_on, from.joined_on, std::nullopt);
  take(line.born_on, from.born_on, std::nullopt);
  take(line.sex, from.sex, Sex::unsaid);
  // An address is taken as a whole: half of each would be nobody's.
  if (line.address.empty() && line.postcode.empty() && line.city.empty()) {
    for (const auto member :
         {&RegisterLine::address, &RegisterLine::postcode, &RegisterLine::city, &RegisterLine::country})
      line.*member = from.*member;
  }
  if (line.email.empty() && !from.email.empty()) {
    line.email = from.email;
    line.typed_email.clear();
    std::erase_if(line.findings, [](const Finding& finding) { return finding.field == Field::email; });
  }
}

class Duplicates {
 public:
  explicit Duplicates(std::span<RegisterLine> lines) : lines_(lines), same_as_(lines.size()) {
    std::iota(same_as_.begin(), same_as_.end(), Index{0});
  }

  void settle(Index index) {
    const auto& line = lines_[index];
    if (const auto owner = owner_of(line.number.empty() ? "" : "n\n" + line.number, index)) {
      if (!has_something_in_common(lines_[*owner], line)) return refuse(index, *owner);
      return merge(index, *owner);
    }
    const auto name = folded_name(line);
    if (const auto owner = owner_of(line.email.empty() ? "" : "e\n" + line.email + "\n" + name, index);
        owner && may_be_one(lines_[*owner], line))
      return merge(index, *owner);
    if (const auto owner = owner_of(line.born_on ? "b\n" + days(*line.born_on) + "\n" + name : "", index);
        owner && may_be_one(lines_[*owner], line))
      return merge(index, *owner);
  }

  void tell_sharers() {
    std::unordered_map<std::string_view, std::vector<Index>> people;
    for (Index i = 0; i < lines_.size(); ++i)
      if (!lines_[i].email.empty() && is_somebody(lines_[i])) people[lines_[i].email].push_back(i);
    for (const auto& [email, indexes] : people)
      if (indexes.size() > 1)
        for (const auto index : indexes) tell_sharer(index, indexes);
  }

  static bool is_somebody(const RegisterLine& line) {
    const auto standing = line.standing();
    return standing == Standing::ready || standing == Standing::incomplete;
  }

  DuplicateCounts counts;

 private:
  static std::string days(std::chrono::year_month_day day) {
    return std::to_string(std::chrono::sys_days(day).time_since_epoch().count());
  }

  // The other line that has this key already; else the key is this line's from now on.
  std::optional<Index> owner_of(const std::string& key, Index index) {
    if (key.empty()) return {};
    auto owner = owners_.try_emplace(key, index).first->second;
    while (same_as_[owner] != owner) owner = same_as_[owner];
    return owner == index ? std::nullopt : std::optional(owner);
  }

  // The line above stays. It may have learnt what makes it one with yet another line, so it is looked at again.
  void merge(Index one, Index other) {
    const auto [stays, goes] = std::minmax(one, other);
    same_as_[goes] = stays;
    fill(lines_[stays], lines_[goes]);
    lines_[goes].merged_into = lines_[stays].line;
    lines_[goes].findings.push_back(
        {Field::last_name, Severity::note, FindingKind::same_person,
         "C’est la même personne qu’à la " + at(lines_[stays]) + "\u00a0: les deux ne font qu’une."});
    ++counts.merged;
    settle(stays);
  }

  void refuse(Index index, Index owner) {
    lines_[index].findings.push_back(
        {Field::number, Severity::error, FindingKind::number_taken,
         "Ce n° adhérent est déjà celui d’une autre personne (" + at(lines_[owner]) + "). Corrige-le."});
    ++counts.numbers_taken;
  }

  void tell_sharer(Index index, const std::vector<Index>& sharers) {
    std::vector<std::string> others;
    for (const auto other : sharers)
      if (other != index && others.size() < named) others.push_back(std::to_string(lines_[other].line));
    const auto rest = sharers.size() - 1 - others.size();
    if (rest > 0) others.push_back(std::to_string(rest) + (rest > 1 ? " autres" : " autre"));
    const auto where = others.size() == 1 ? "à la ligne " + others[0] : "aux lignes " + french::list(others);
    lines_[index].findings.push_back(
        {Field::email, Severity::warning, FindingKind::shared_email,
         "Adresse partagée\u00a0: elle sert aussi " + where + ". Chaque personne doit avoir la sienne."});
    ++counts.shared_emails;
  }

  std::span<RegisterLine> lines_;
  std::vector<Index> same_as_;
  std::unordered_map<std::string, Index> owners_;
};

}  // namespace

std::string folded_name(const RegisterLine& line) {
  return text::fold(line.first_name) + '\n' + text::fold(line.last_name);
}

DuplicateCounts settle_duplicates(std::span<RegisterLine> lines) {
  Duplicates duplicates(lines);
  for (Index i = 0; i < lines.size(); ++i)
    if (Duplicates::is_somebody(lines[i])) duplicates.settle(i);
  duplicates.tell_sharers();
  return duplicates.counts;
}

}  // namespace sections
