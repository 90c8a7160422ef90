#include "sections/entry_store.hpp"

#include "core/text/phone.hpp"

namespace sections {

const pg::Statement<StoredEntry(SpaceId, EntryId)> stored_entry{"sections.stored_entry", R"(
  select coalesce(e.register_number, ''), coalesce(to_char(e.joined_on, 'DD/MM/YYYY'), ''), coalesce(e.sex, ''), e.first_name, e.last_name,
         coalesce(to_char(e.birth_date, 'DD/MM/YYYY'), ''), coalesce(e.typed_email, e.email, ''), coalesce(e.phone, ''), coalesce(e.mobile, ''),
         coalesce(e.address, ''), coalesce(e.postcode, ''), coalesce(e.city, ''), coalesce(e.country, ''), e.kind,
         exists (select from invitation i where i.register_entry_id = e.id)
    from register_entry e where e.section_id = $1 and e.id = $2 and e.member_id is null)"};

const pg::Statement<EntryState(SpaceId, EntryId)> entry_state{"sections.entry_state", R"(
  select e.id, e.first_name, e.last_name, e.incomplete,
         (select string_agg(o.first_name || ' ' || o.last_name, ', ') from register_entry o
           where e.incomplete = 'shared' and o.section_id = e.section_id and o.email = e.email and o.id <> e.id),
         exists (select from invitation i where i.register_entry_id = e.id)
    from register_entry e where e.section_id = $1 and e.id = $2)"};

const pg::Statement<EntryId(SpaceId, std::string, Text, Date, Text, std::string, std::string, Date, Text, Text, Text,
                            Text, Text, Text, Text, Text, Text)>
    add_entry{"sections.add_entry", R"(
  insert into register_entry (section_id, kind, register_number, joined_on, sex, first_name, last_name, birth_date, email, typed_email, phone, mobile, address,
                              postcode, city, country, incomplete)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
   where not exists (select from register_entry e where e.section_id = $1 and e.email = $9 and e.name_key = name_match($6, $7))
  on conflict (section_id, register_number) where register_number is not null do nothing
  returning id)"};

const pg::Statement<EntryId(SpaceId, EntryId, std::string, Text, Date, Text, std::string, std::string, Date, Text, Text,
                            Text, Text, Text, Text, Text, Text, Text)>
    correct_entry{"sections.correct_entry", R"(
  with corrected as (
    update register_entry e
       set (kind, register_number, joined_on, sex, first_name, last_name, birth_date, email, typed_email, phone, mobile, address, postcode, city, country, incomplete,
            updated_at) = ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, now())
     where e.section_id = $1 and e.id = $2 and e.member_id is null
       and not exists (select from register_entry o where o.section_id = $1 and o.register_number = $4 and o.id <> $2)
    returning id, email),
  void as (delete from invitation i using corrected c where i.register_entry_id = c.id and i.accepted_at is null and i.email is distinct from c.email),
  again as (update invitation i set refused = null from corrected c where i.register_entry_id = c.id and i.refused is not null and i.email = c.email)
  select id from corrected)"};

const pg::Statement<EntryId(SpaceId, EntryId, std::string)> give_address{"sections.give_address", R"(
  with corrected as (
    update register_entry set email = $3, typed_email = null, incomplete = null, updated_at = now()
     where section_id = $1 and id = $2 and member_id is null
    returning id, email),
  void as (delete from invitation i using corrected c where i.register_entry_id = c.id and i.accepted_at is null and i.email is distinct from c.email),
  again as (update invitation i set refused = null from corrected c where i.register_entry_id = c.id and i.refused is not null and i.email = c.email)
  select id from corrected)"};

const pg::Statement<void(SpaceId, EntryId)> remove_entry{
    "sections.remove_entry", "delete from register_entry where section_id = $1 and id = $2 and member_id is null"};

EntryForm form_of(const StoredEntry& e) {
  return {{e.number, e.joined_on, e.sex, e.first_name, e.last_name, e.born_on, e.email, phone::shown(e.phone),
           phone::shown(e.mobile), e.address, e.postcode, e.city, e.country},
          e.kind,
          {}};
}

ui::Flash told(const EntryState& state) {
  const auto name = state.first_name + ' ' + state.last_name;
  if (state.invited)
    return {ui::Flash::Tone::good,
            "C’est enregistré. L’invitation attend dans « Invitations envoyées », d’où tu peux la renvoyer."};
  if (!state.incomplete) return {ui::Flash::Tone::good, name + " passe dans « Membres à inviter »."};
  if (*state.incomplete == "shared")
    return {ui::Flash::Tone::warning, "C’est enregistré, mais " + state.sharers.value_or("quelqu’un d’autre") +
                                          " a la même adresse que " + name + " : il en faut une par personne."};
  return {ui::Flash::Tone::info,
          "C’est enregistré. " + name + " attend dans « Profils incomplets » : il manque une adresse."};
}

}  // namespace sections
