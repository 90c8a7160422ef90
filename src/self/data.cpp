#include "self/data.hpp"

#include <array>

#include "core/text/phone.hpp"
#include "self/page.hpp"

namespace self {
namespace {

const pg::Statement<Told()> my_words{"self.told", R"(
  select coalesce(c.sex, ''), coalesce(to_char(c.birth_date, 'YYYY-MM-DD'), ''), p.birthday is not null,
         coalesce(c.phone, ''), coalesce(c.address, ''), coalesce(c.complement, ''), coalesce(c.postcode, ''), coalesce(m.city, ''), m.country,
         coalesce(p.profession, ''), coalesce(p.hobbies, ''), coalesce(p.website, ''), coalesce(p.facebook, ''), coalesce(p.twitter, ''),
         array(select i.interest from member_interest i where i.member_id = m.id), m.picture_id
    from member m left join member_contact c on c.member_id = m.id left join member_profile p on p.member_id = m.id
   where m.id = (select viewer_id()))"};
const pg::Statement<Activity()> my_activities{
    "self.activities",
    "select kind, what, detail from member_activity where member_id = (select viewer_id()) order by kind, position"};

Data ask_data(gate::Visit& v) {
  auto told = v.one(my_words);
  auto activities = v.all(my_activities);
  v.ask();
  return {told.take(), activities.take()};
}

http::Response page(gate::Visit& v, DataPage page, int status) {
  page.data.told.phone = phone::shown(page.data.told.phone);
  return tab_page(
      v, Tab::data, "Données personnelles", [&](html::Out& out) { data_page(out, page, v.csrf()); }, status);
}

}  // namespace

http::Response show_data(gate::Visit& v) {
  Block open = Block::none;
  for (const auto block :
       {Block::identity, Block::coordinates, Block::commitment, Block::politics, Block::public_words})
    if (v.query("ouvert") == name(block)) open = block;
  return page(v, {ask_data(v), open}, 200);
}

http::Response data_again(gate::Visit& v, Block block, const ui::Errors& errors,
                          const std::function<void(Data&)>& typed) {
  auto data = ask_data(v);
  typed(data);
  return page(v, {std::move(data), block, errors}, 422);
}

http::Response saved(gate::Visit& v, Block block, std::string words) {
  return v.redirect("/compte/donnees?ouvert=" + std::string(name(block)), std::move(words));
}

}  // namespace self
