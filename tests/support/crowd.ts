// Much of everything behind the pages of a scene, put there at once.
import type { Database } from './database';
import type { Scene } from './scene';

/** `n` of each: members of the section, guests and comments of the event, events, register lines of each kind, coopains, conversations, messages, groups, and of sections of the federation as many as there may be. */
export async function crowd(db: Database, { people, examples: { section, federation, event, thread } }: Scene, n: number): Promise<void> {
  const fill = (statement: string, ...parameters: unknown[]) => db.rows(statement.replaceAll('N', String(n)), ...parameters);
  const member = people.member.id, secretary = people.secretary.id;
  await fill(`insert into member (first_name, last_name, city) select 'Prénom ' || x, 'Nom ' || x % 977, 'Besançon' from generate_series(1, N) x`);
  const ids = `(select id, row_number() over (order by id desc) as x from member order by id desc limit N)`;
  await fill(`insert into membership (space_id, member_id, kind) select $1, id, 'adherent' from ${ids} m`, section);
  await fill(`insert into bond (member_id, coopain_id) select $1::bigint, id from ${ids} m union all select id, $1 from ${ids} m`, member);
  await fill(`insert into bond_request (from_id, to_id) select id, $1 from ${ids} m`, secretary);
  await fill(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, published_at, city, latitude, longitude)
    select $1, 'meeting', 'published', 'Réunion ' || x, true, array[$2::bigint], now() + x * interval '1 hour', now() + (x + 1) * interval '1 hour', now(), 'Besançon', 47.2 + x * 1e-6, 6 from generate_series(1, N) x`, secretary, section);
  await fill(`insert into event_guest (event_id, member_id, invited_by, answer, answered_at)
    select $1, id, $2, (array['yes', 'maybe', 'no', null])[1 + x % 4], case when x % 4 < 3 then now() end from ${ids} m`, event, secretary);
  await fill(`insert into event_guest (event_id, member_id, invited_by) select id, $1, $2 from event where title like 'Réunion %' on conflict do nothing`, member, secretary);
  await fill(`insert into event_comment (event_id, author_id, body) select $1, id, 'Je suis le numéro ' || x from ${ids} m`, event);
  await fill(`insert into register_entry (section_id, first_name, last_name, email) select $1, 'Prête', 'Nom ' || x, 'prete.' || x || '@exemple.test' from generate_series(1, N) x`, section);
  await fill(`insert into register_entry (section_id, first_name, last_name, typed_email, incomplete) select $1, 'Incomplète', 'Nom ' || x, 'rien', 'invalid' from generate_series(1, N) x`, section);
  await fill(`insert into invitation (space_id, register_entry_id, first_name, last_name, email, invited_by)
    select section_id, id, first_name, last_name, email, $2 from register_entry where section_id = $1 and first_name = 'Prête' and id % 2 = 0 on conflict do nothing`, section, secretary);
  await fill(`with made as (insert into thread (creator_id, subject) select $1, 'Sujet ' || x from generate_series(1, N) x returning id)
    insert into thread_member (thread_id, member_id) select id, unnest(array[$1::bigint, $2]) from made`, secretary, member);
  await fill(`insert into message (thread_id, author_id, body) select $1, $2, 'Mot ' || x from generate_series(1, N) x`, thread, secretary);
  await fill(`with made as (insert into space (kind, parent_id, name) select 'group', id, 'Groupe ' || x from space, generate_series(1, N) x where kind = 'national' returning id)
    insert into group_profile (space_id) select id from made`);
  const sections = Math.min(n, 2000); // as many as the party has
  await db.rows(`with made as (insert into space (kind, parent_id, name, activated_at) select 'section', $1, 'Section de la rue ' || x || ' à ' || $2, now() from generate_series(1, $2::integer) x returning id)
    insert into section_profile (space_id, postcode, city) select id, '25000', 'Besançon' from made`, federation, sections);
  await db.rows('analyze');
}
