#include "sections/register_merge.hpp"

#include <array>

#include "sections/entry.hpp"
#include "sections/register_duplicates.hpp"

namespace sections {
namespace {

using Texts = std::vector<Text>;

const pg::Statement<void(ImportId, std::vector<std::int32_t>, Texts, Texts, Texts, Texts, Texts, Texts, Texts, Texts,
                         Texts, Texts, Texts, Texts, Texts, Texts, Texts, Texts, Texts)>
    put_lines{"sections.put_lines", R"(
  insert into register_line (import_id, line, register_number, joined_on, sex, first_name, last_name, birth_date, email, typed_email, phone, mobile, address,
                             postcode, city, country, incomplete, imported_as, dues)
  select $1, line, number, joined_on::date, sex, first_name, last_name, birth_date::date, email, typed_email, phone, mobile, address, postcode, city, country,
         incomplete, imported_as, dues
    from unnest($2::integer[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[],
                $14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[])
      as l (line, number, joined_on, sex, first_name, last_name, birth_date, email, typed_email, phone, mobile, address, postcode, city, country, incomplete, imported_as, dues))"};
const pg::Statement<void(ImportId)> forget_lines{"sections.forget_lines",
                                                 "delete from register_line where import_id = $1"};

// Finding people again, from the surest sign to the least. Several who look alike are paired in order; only keys that
// stand on both sides are numbered, which is a few where the register is small or the file is new. `nobody` may be
// found who is another by register number or date of birth.
const pg::Statement<void(ImportId, SpaceId)> match_same_line{"sections.match_same_line", R"(
  with line as (
    select l.line, l.imported_as, row_number() over (partition by l.imported_as order by l.line) as nth from register_line l where l.import_id = $1),
  entry as (
    select e.id, e.imported_as, row_number() over (partition by e.imported_as order by e.id) as nth from register_entry e
     where e.section_id = $2 and e.imported_as is not null)
  update register_line l set entry_id = entry.id from line join entry using (imported_as, nth) where l.import_id = $1 and l.line = line.line)"};
const pg::Statement<void(ImportId, SpaceId)> match_number{"sections.match_number", R"(
  update register_line l set entry_id = e.id from register_entry e
   where l.import_id = $1 and l.entry_id is null and e.section_id = $2 and e.register_number = l.register_number
     and e.id not in (select t.entry_id from register_line t where t.import_id = $1 and t.entry_id is not null))"};
const pg::Statement<void(ImportId, SpaceId)> match_email{"sections.match_email", R"(
  with line as (
    select l.line, l.email, l.name_key, l.register_number, l.birth_date, row_number() over (partition by l.email, l.name_key order by l.line) as nth
      from register_line l where l.import_id = $1 and l.entry_id is null
       and (l.email, l.name_key) in (select e.email, e.name_key from register_entry e where e.section_id = $2)),
  entry as (
    select e.id, e.email, e.name_key, e.register_number, e.birth_date, row_number() over (partition by e.email, e.name_key order by e.id) as nth
      from register_entry e where e.section_id = $2 and e.id not in (select t.entry_id from register_line t where t.import_id = $1 and t.entry_id is not null))
  update register_line l set entry_id = entry.id from line join entry using (email, name_key, nth)
   where l.import_id = $1 and l.line = line.line
     and (line.register_number <> entry.register_number) is not true and (line.birth_date <> entry.birth_date) is not true)"};
const pg::Statement<void(ImportId, SpaceId)> match_birth{"sections.match_birth", R"(
  with line as (
    select l.line, l.birth_date, l.name_key, l.register_number, row_number() over (partition by l.birth_date, l.name_key order by l.line) as nth
      from register_line l where l.import_id = $1 and l.entry_id is null
       and (l.birth_date, l.name_key) in (select e.birth_date, e.name_key from register_entry e where e.section_id = $2)),
  entry as (
    select e.id, e.birth_date, e.name_key, e.register_number, row_number() over (partition by e.birth_date, e.name_key order by e.id) as nth
      from register_entry e where e.section_id = $2 and e.id not in (select t.entry_id from register_line t where t.import_id = $1 and t.entry_id is not null))
  update register_line l set entry_id = entry.id from line join entry using (birth_date, name_key, nth)
   where l.import_id = $1 and l.line = line.line and (line.register_number <> entry.register_number) is not true)"};
// By name alone only where one of both has no address to be told apart by: a line without gives nothing new; an entry
// without is completed if there is but one of that name on either side.
const pg::Statement<void(ImportId, SpaceId)> match_name{"sections.match_name", R"(
  with line as (
    select l.line, l.name_key, l.register_number, l.birth_date, l.incomplete, row_number() over same_name as nth, count(*) over (partition by l.name_key) as namesakes
      from register_line l where l.import_id = $1 and l.entry_id is null and l.name_key in (select e.name_key from register_entry e where e.section_id = $2)
    window same_name as (partition by l.name_key order by l.line)),
  entry as (
    select e.id, e.name_key, e.register_number, e.birth_date, e.incomplete, row_number() over same_name as nth, count(*) over (partition by e.name_key) as namesakes
      from register_entry e where e.section_id = $2 and e.id not in (select t.entry_id from register_line t where t.import_id = $1 and t.entry_id is not null)
    window same_name as (partition by e.name_key order by e.id))
  update register_line l set entry_id = entry.id from line join entry using (name_key, nth)
   where l.import_id = $1 and l.line = line.line
     and (line.register_number <> entry.register_number) is not true and (line.birth_date <> entry.birth_date) is not true
     and (line.incomplete is not null or (entry.incomplete is not null and line.namesakes = 1 and entry.namesakes = 1)))"};

// How whoever is about to change was, so that the whole can be undone: a line that says what it said last time changes
// nothing.
const pg::Statement<void(ImportId, std::string)> remember_before{"sections.remember_before", R"(
  insert into register_undo (import_id, entry_id, before, invitation)
  select l.import_id, e.id, to_jsonb(e) || jsonb_build_object('dues', (select to_jsonb(d) from register_dues d where d.entry_id = e.id)), (select to_jsonb(i) from invitation i where i.register_entry_id = e.id and i.accepted_at is null)
    from register_line l join register_entry e on e.id = l.entry_id
   where l.import_id = $1
     and (e.imported_as is distinct from l.imported_as or (l.dues is not null and not exists (select from register_dues d where d.entry_id = e.id and d.dues = l.dues)) or ($2 = 'adherent' and e.kind <> $2)
          or not e.imported @> (jsonb_strip_nulls(to_jsonb(l)) - array['import_id', 'line', 'name_key', 'incomplete', 'typed_email', 'imported_as', 'entry_id', 'outcome', 'dues'])))"};
// An address that cannot be used never takes the place of one that can; a supporter becomes an adherent, never the
// reverse; a name that only differs in its spelling stays as it was.
const pg::Statement<void(ImportId, std::string)> correct_known{"sections.correct_known", R"(
  with said as (
    select l.line, e.id,
           case when $2 = 'adherent' then $2 else e.kind end as kind,
           corrected(e.register_number, e.imported->>'register_number', l.register_number) as register_number,
           corrected(e.joined_on, (e.imported->>'joined_on')::date, l.joined_on) as joined_on,
           corrected(e.sex, e.imported->>'sex', l.sex) as sex,
           case when e.name_key = l.name_key then e.first_name else corrected(e.first_name, e.imported->>'first_name', l.first_name) end as first_name,
           case when e.name_key = l.name_key then e.last_name else corrected(e.last_name, e.imported->>'last_name', l.last_name) end as last_name,
           corrected(e.birth_date, (e.imported->>'birth_date')::date, l.birth_date) as birth_date,
           case when e.email is not null and e.incomplete is null and l.incomplete is not null then e.email
                else corrected(e.email, e.imported->>'email', l.email) end as email,
           corrected(e.phone, e.imported->>'phone', l.phone) as phone,
           corrected(e.mobile, e.imported->>'mobile', l.mobile) as mobile,
           corrected(e.address, e.imported->>'address', l.address) as address,
           corrected(e.postcode, e.imported->>'postcode', l.postcode) as postcode,
           corrected(e.city, e.imported->>'city', l.city) as city,
           corrected(e.country, e.imported->>'country', l.country) as country
      from register_line l join register_entry e on e.id = l.entry_id where l.import_id = $1),
  changed as (
    update register_entry e
       set (kind, register_number, joined_on, sex, first_name, last_name, birth_date, email, phone, mobile, address, postcode, city, country, updated_at)
         = (s.kind, s.register_number, s.joined_on, s.sex, s.first_name, s.last_name, s.birth_date, s.email, s.phone, s.mobile, s.address, s.postcode, s.city,
            s.country, now())
      from said s where e.id = s.id
       and (e.kind, e.register_number, e.joined_on, e.sex, e.first_name, e.last_name, e.birth_date, e.email, e.phone, e.mobile, e.address, e.postcode, e.city, e.country)
           is distinct from
           (s.kind, s.register_number, s.joined_on, s.sex, s.first_name, s.last_name, s.birth_date, s.email, s.phone, s.mobile, s.address, s.postcode, s.city, s.country)
    returning s.line)
  update register_line l set outcome = 'changed' from changed c where l.import_id = $1 and l.line = c.line)"};
const pg::Statement<void(ImportId)> remember_said{"sections.remember_said", R"(
  update register_entry e set imported = e.imported || s.said, imported_as = s.imported_as
    from (select l.entry_id, l.imported_as, jsonb_strip_nulls(to_jsonb(l)) - array['import_id', 'line', 'name_key', 'incomplete', 'typed_email', 'imported_as', 'entry_id', 'outcome', 'dues'] as said
            from register_line l where l.import_id = $1 and l.entry_id is not null) s
   where e.id = s.entry_id and (e.imported_as is distinct from s.imported_as or not e.imported @> s.said))"};

const pg::Statement<void(ImportId)> number_new{"sections.number_new", R"(
  update register_line l set outcome = 'new', entry_id = n.id
    from (select line, nextval('register_entry_id_seq') as id from (select line from register_line where import_id = $1 and entry_id is null order by line) as unknown) n
   where l.import_id = $1 and l.line = n.line)"};
const pg::Statement<void(ImportId, SpaceId, std::string)> add_new{"sections.add_new", R"(
  insert into register_entry (id, section_id, kind, register_number, joined_on, sex, first_name, last_name, birth_date, email, phone, mobile, address, postcode, city,
                              country, incomplete, typed_email, imported_as, imported, import_id)
  overriding system value
  select l.entry_id, $2, $3, l.register_number, l.joined_on, l.sex, l.first_name, l.last_name, l.birth_date, l.email, l.phone, l.mobile, l.address, l.postcode, l.city,
         l.country, l.incomplete, l.typed_email, l.imported_as,
         jsonb_strip_nulls(to_jsonb(l)) - array['import_id', 'line', 'name_key', 'incomplete', 'typed_email', 'imported_as', 'entry_id', 'outcome', 'dues'],
         l.import_id
    from register_line l where l.import_id = $1 and l.outcome = 'new')"};

// Dues are kept apart (db/policies/62_dues.sql). A file that says nothing of them takes nothing away.
const pg::Statement<void(ImportId)> put_dues{"sections.put_dues", R"(
  with said as (
    insert into register_dues as d (entry_id, dues, import_id) select l.entry_id, l.dues, l.import_id from register_line l where l.import_id = $1 and l.dues is not null
    on conflict (entry_id) do update set dues = excluded.dues, import_id = excluded.import_id, said_at = now() where d.dues <> excluded.dues
    returning d.entry_id)
  update register_line l set outcome = 'changed' from said s where l.import_id = $1 and l.entry_id = s.entry_id and l.outcome = 'same')"};

const pg::Statement<void(SpaceId)> recognise{"sections.recognise", "select register_recognise($1)"};
// An invitation that went to an address which was wrong is void: its link must not open an account for the new one. The
// person can be invited again.
const pg::Statement<void(ImportId, SpaceId)> withdraw_moved{"sections.withdraw_moved", R"(
  delete from invitation i using register_line l, register_entry e
   where l.import_id = $1 and l.outcome = 'changed' and e.id = l.entry_id and i.register_entry_id = e.id and i.space_id = $2
     and i.accepted_at is null and i.email is distinct from e.email)"};

const pg::Statement<MergeCounts(ImportId)> count_outcomes{"sections.count_outcomes", R"(
  select count(*) filter (where l.outcome = 'new'), count(*) filter (where l.outcome = 'changed'), count(*) filter (where l.outcome = 'same'),
         count(*) filter (where e.incomplete is not null), count(*) filter (where e.member_id is not null)
    from register_line l join register_entry e on e.id = l.entry_id where l.import_id = $1)"};
const pg::Statement<std::int32_t(ImportId)> shared_lines{"sections.shared_lines", R"(
  select l.line from register_line l join register_entry e on e.id = l.entry_id
   where l.import_id = $1 and l.incomplete is null and e.incomplete = 'shared' and e.email = l.email order by l.line)"};

Text as_text(Text text) {
  return text;
}
Text as_text(const Date& day) {
  return day ? std::optional(pg::Codec<pg::Date>::write(*day)) : std::nullopt;
}

// Whom the line means, so that the same line is known again whatever the entry has become.
std::string identity(const RegisterLine& line) {
  return line.number + '|' + folded_name(line) + '|' + as_text(line.born_on).value_or("") + '|' + line.email;
}

}  // namespace

void stage(pg::Batch& batch, ImportId import, std::span<const RegisterLine* const> lines) {
  std::vector<std::int32_t> numbers;
  std::array<Texts, std::tuple_size_v<EntryValues>> columns;
  Texts identities, dues;
  for (const auto* line : lines) {
    numbers.push_back(static_cast<std::int32_t>(line->line));
    identities.emplace_back(identity(*line));
    dues.push_back(line->dues.empty() ? Text() : Text(line->dues));
    auto entry = values(*line);
    [&]<size_t... I>(std::index_sequence<I...>) {
      (columns[I].push_back(as_text(std::move(std::get<I>(entry)))), ...);
    }
    (std::make_index_sequence<columns.size()>{});
  }
  std::apply([&](const auto&... each) { batch.run(put_lines, import, numbers, each..., identities, dues); }, columns);
}

void unstage(pg::Batch& batch, ImportId import) {
  batch.run(forget_lines, import);
}

MergeReply merge(pg::Batch& batch, ImportId import, SpaceId section, const std::string& kind) {
  for (const auto* match : {&match_same_line, &match_number, &match_email, &match_birth, &match_name})
    batch.run(*match, import, section);
  batch.run(remember_before, import, kind);
  batch.run(correct_known, import, kind);
  batch.run(remember_said, import);
  batch.run(number_new, import);
  batch.run(add_new, import, section, kind);
  batch.run(put_dues, import);
  batch.run(recognise, section);
  batch.run(withdraw_moved, import, section);
  batch.run(settle_incomplete, section);
  MergeReply reply{batch.one(count_outcomes, import), batch.all(shared_lines, import)};
  unstage(batch, import);
  return reply;
}

const pg::Statement<void(SpaceId)> settle_incomplete{"sections.settle_incomplete", R"(
  update register_entry e set incomplete = now.reason
    from (select r.id, case when r.email is null then coalesce(nullif(r.incomplete, 'shared'), 'missing')
                            when count(*) over (partition by r.email) > 1 then 'shared' end as reason
            from register_entry r where r.section_id = $1) now
   where e.id = now.id and e.member_id is null and e.incomplete is distinct from now.reason
     and not exists (select from invitation i where i.register_entry_id = e.id))"};

}  // namespace sections
