#include "activity/grouping.hpp"

#include <algorithm>
#include <map>

namespace activity {
namespace {

void add_person(Group& group, const Person& person) {
  if (std::find(group.people.begin(), group.people.end(), person) == group.people.end()) group.people.push_back(person);
}
void add_about(Group& group, std::int64_t id, const std::string& title, std::optional<images::PictureId> picture = {}) {
  if (std::none_of(group.about.begin(), group.about.end(), [&](const auto& about) { return about.id == id; }))
    group.about.push_back({id, title, picture});
}

class Grouping {
 public:
  explicit Grouping(MemberId focus) : focus_(focus) {}

  void add(const Entry& entry) {
    const bool words = entry.kind == "status" || entry.kind == "wall";
    if (entry.beyond || (words && ++said_[entry.member.id] > words_of_one_person))
      add_person(find("more", entry.member.id.number(), entry), entry.member);
    else if (words)
      said(entry);
    else if (entry.kind == "bond")
      bond(entry);
    else if (entry.kind == "event")  // several that one person made
      put(entry, entry.member.id.number());
    else  // several people in one place
      put(entry, entry.about);
  }

  // Who did the same kind of thing alone several times is told of once.
  std::vector<Group> finish() {
    std::vector<Group> merged;
    std::map<std::pair<std::string, std::int64_t>, size_t> alone;
    for (auto& group : groups_) {
      const bool joins = group.kind == "group" || group.kind == "section" || group.kind == "participation";
      if (joins && group.people.size() == 1) {
        const auto [known, fresh] = alone.try_emplace({group.kind, group.people.front().id.number()}, merged.size());
        if (!fresh) {
          auto& first = merged[known->second];
          first.ids.insert(first.ids.end(), group.ids.begin(), group.ids.end());
          add_about(first, group.about.front().id, group.about.front().title);
          continue;
        }
      }
      merged.push_back(std::move(group));
    }
    return merged;
  }

 private:
  void said(const Entry& entry) {
    groups_.push_back({entry.kind, entry.at, {entry.id}, {entry.member}, {}, entry.body, entry.link, entry.other});
  }

  void bond(const Entry& entry) {
    if (!entry.other) return;
    const bool turned = entry.other->id == focus_ ||
                        (entry.member.id != focus_ && !places_.contains({"bond", entry.member.id.number()}) &&
                         places_.contains({"bond", entry.other->id.number()}));
    const Person &hub = turned ? *entry.other : entry.member, &far = turned ? entry.member : *entry.other;
    auto& group = find("bond", hub.id.number(), entry);
    add_person(group, hub);
    add_about(group, far.id.number(), far.name, far.picture);
  }

  void put(const Entry& entry, std::int64_t key) {
    auto& group = find(entry.kind, key, entry);
    add_person(group, entry.member);
    add_about(group, entry.about, entry.title);
  }

  Group& find(const std::string& kind, std::int64_t key, const Entry& entry) {
    const auto [place, fresh] = places_.try_emplace({kind, key}, groups_.size());
    if (fresh) groups_.push_back({kind, entry.at, {}, {}, {}});
    auto& group = groups_[place->second];
    group.ids.push_back(entry.id);
    return group;
  }

  MemberId focus_;
  std::vector<Group> groups_;
  std::map<std::pair<std::string, std::int64_t>, size_t> places_;
  std::map<MemberId, int> said_;
};

}  // namespace

std::vector<Group> grouped(const std::vector<Entry>& entries, MemberId focus) {
  Grouping grouping(focus);
  for (const auto& entry : entries) grouping.add(entry);
  return grouping.finish();
}

}  // namespace activity
