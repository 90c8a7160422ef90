#include "sections/locate_homes.hpp"

#include "places/address_service.hpp"

namespace sections {
namespace {

constexpr std::int32_t portion = 20, most_at_once = 600;  // homes; what is left waits for the next minute

struct Home {
  SpaceId section;
  MemberId member;
  std::string address, postcode, city;
};
const pg::Statement<Home(std::int32_t)> to_locate{
    "jobs.sections.homes_to_locate", "select section_id, member_id, address, postcode, city from homes_to_locate($1)"};
const pg::Statement<void(SpaceId, MemberId, std::string, std::string, std::optional<double>, std::optional<double>)>
    put_point{"jobs.sections.home_located", "select home_located($1, $2, $3, $4, $5, $6)"};

}  // namespace

void locate_homes(jobs::Job& job) {
  const auto& service = job.settings.homes_address_service;
  if (!service) return;
  for (std::int32_t done = 0; done < most_at_once; done += portion) {
    const auto homes = job.database.all(to_locate, portion);
    for (const auto& home : homes) {
      if (job.stopping()) throw jobs::Stopped{};
      const auto point = places::ask_address_service(*service, home.address + ' ' + home.city, home.postcode);
      job.database.run(put_point, home.section, home.member, home.address, home.postcode,
                       point ? std::optional(point->latitude) : std::nullopt,
                       point ? std::optional(point->longitude) : std::nullopt);
    }
    if (std::ssize(homes) < portion) return;
    job.renew();
  }
}

}  // namespace sections
