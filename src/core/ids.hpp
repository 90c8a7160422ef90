#pragma once
// Identities that never mix: a MemberId is no EventId, and no plain number becomes one without saying so.

#include <compare>
#include <cstdint>
#include <functional>

template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(std::int64_t number) : number_(number) {}
  [[nodiscard]] constexpr std::int64_t number() const { return number_; }
  constexpr auto operator<=>(const Id&) const = default;

 private:
  std::int64_t number_ = 0;
};

using MemberId = Id<struct MemberTag>;
using SpaceId = Id<struct SpaceTag>;  ///< national party, federation, section or group
using EventId = Id<struct EventTag>;
using ActivityId = Id<struct ActivityTag>;  ///< an entry of the feed and of walls
using PictureId = Id<struct PictureTag>;
using DeviceId = Id<struct DeviceTag>;  ///< a browser that push messages reach

template <class Tag>
struct std::hash<Id<Tag>> {
  size_t operator()(Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.number()); }
};
