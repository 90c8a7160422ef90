#include "near/commune.hpp"

#include "ui/feedback.hpp"

namespace near {

const pg::Statement<Origin(std::string)> origin{"near.origin", R"(
  select c.code, c.name, c.department, public.st_y(s.spot::public.geometry), public.st_x(s.spot::public.geometry)
    from commune c, commune_spot(c.code) s (spot) where c.code = near_commune($1))"};

// The key of what was typed is made once, and of no commune: the index has theirs. Two searches, since one with «or»
// would make them again.
const pg::Statement<Commune(std::string, std::int64_t)> communes_named{"near.communes", R"(
  with typed as materialized (select place_key($1) as key), found as (
    select c.code from commune c
     where (select key from typed) <> '' and place_key(c.name) ~>=~ (select key from typed) and place_key(c.name) ~<~ (select key || '{' from typed)
    union select p.commune_code from commune_postcode p where p.postcode = $1)
  select c.code, c.name, c.department, c.code = any(array(select s.code from commune s where place_key(s.name) = (select key from typed)))
    from found join commune c on c.code = found.code order by 4 desc, c.population desc, c.code limit $2)"};

std::optional<Commune> meant(const std::vector<Commune>& found) {
  const bool one = found.size() == 1 || (!found.empty() && found.front().same && !(found.size() > 1 && found[1].same));
  return one ? std::optional(found.front()) : std::nullopt;
}

std::string words(const Commune& commune) {
  return commune.name + " (" + commune.department + ")";
}

void write_choice(html::Out& out, const std::vector<Commune>& found,
                  const std::function<html::Url(const std::string& code)>& there) {
  if (found.empty()) {
    ui::empty_state(out, {.icon = "map-pin",
                          .title = "Aucune commune ne porte ce nom.",
                          .text = "Vérifie les lettres, ou écris ton code postal."});
    return;
  }
  out(R"(<h2>Quelle commune&nbsp;?</h2><ul class="links">)");
  for (const auto& commune : found) out(R"(<li><a href="{}">{}</a></li>)", there(commune.code), words(commune));
  out("</ul>");
}

}  // namespace near
