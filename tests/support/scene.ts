// One person of each kind around one section, and an example of whatever a route can be about.
import type { Database } from './database';
import type { Member, People } from './people';

export const kinds = ['visitor', 'member of another section', 'member', 'zone manager', 'delegate', 'other delegate', 'secretary', 'secretary of another section', 'referent', 'coopilote'] as const;
export type Kind = (typeof kinds)[number];

/** Who satisfies a need on the scene's home section, its event, its zone. */
export const allowed: Record<string, readonly Kind[]> = {
  anyone: kinds,
  'even leaving': kinds,
  member: kinds.filter((kind) => kind !== 'visitor'),
  insider: ['member', 'zone manager', 'delegate', 'other delegate', 'secretary'],
  secretary: ['secretary'],
  // Between them they hold every power, and each tries what the other holds (X03).
  'office any': ['delegate', 'other delegate', 'secretary'],
  'office members': ['delegate', 'secretary'],
  'office events': ['delegate', 'secretary'],
  'office invitations': ['other delegate', 'secretary'],
  'office messages': ['other delegate', 'secretary'],
  'office figures': ['other delegate', 'secretary'],
  referent: ['referent'],
  coopilote: ['coopilote'],
  organiser: ['delegate', 'secretary'],
  list_user: ['zone manager', 'delegate', 'other delegate', 'secretary'],
};

export interface Scene { people: Record<Exclude<Kind, 'visitor'>, Member>; examples: Record<string, number | string> }

export async function makeScene(people: People, db: Database): Promise<Scene> {
  const federation = await people.federation();
  const home = await people.section({ federationId: federation }), other = await people.section({ federationId: federation });
  const secretary = await people.secretary(home);
  const member = await people.member({ section: home });
  const manager = await people.member({ section: home });
  // Whoever is of another section now has run this one: what they began there opens nothing any more.
  const former = await people.secretary(home);
  await db.rows(`insert into register_import (section_id, member_id, file_name, state) values ($1, $2, 'ancien.csv', 'done')`, home.id, former.id);
  await db.rows(`insert into section_list (section_id, kind, name) values ($1, 'list', 'D’avant')`, home.id);
  await db.rows('delete from membership where member_id = $1', former.id);
  await db.rows(`insert into membership (space_id, member_id) values ($1, $2)`, other.id, former.id);
  const delegate = async (...powers: string[]) => {
    const who = await people.member({ section: home });
    await db.rows(`update membership set role = 'bureau' where space_id = $1 and member_id = $2`, home.id, who.id);
    for (const power of powers) await db.rows('insert into delegation (section_id, member_id, power, given_by) values ($1, $2, $3, $4)', home.id, who.id, power, secretary.id);
    return who;
  };
  const everyone = {
    delegate: await delegate('members', 'events'),
    'other delegate': await delegate('invitations', 'messages', 'figures'),
    member, 'zone manager': manager, secretary,
    'member of another section': former,
    'secretary of another section': await people.secretary(other),
    referent: await people.referent(federation),
    coopilote: await people.coopilote(),
  };
  const list = await db.value<number>(`insert into section_list (section_id, kind, name, manager_id) values ($1, 'zone', 'Centre', $2) returning id`, home.id, manager.id);
  const event = await db.value<number>(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'door_to_door', 'published', 'Les Tilleuls', true, array[$2::bigint], now() - interval '1 hour', now() + interval '2 hours', now(), 'Besançon') returning id`, secretary.id, home.id);
  const comment = await db.value<number>(`insert into event_comment (event_id, author_id, body) values ($1, $2, 'J’apporte le café.') returning id`, event, member.id);
  await db.rows(`insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, 'yes', now()) on conflict do nothing`, event, secretary.id);
  const part = await db.value<number>(`insert into event_part (event_id, author_id, doors_knocked) values ($1, $2, 12) returning id`, event, secretary.id);
  await db.rows('insert into event_part_member values ($1, $2)', part, secretary.id);
  const group = await db.value<number>(`insert into space (kind, parent_id, name) select 'group', id, 'Écoles' from space where kind = 'national' returning id`);
  await db.rows(`insert into group_profile (space_id) values ($1)`, group);
  const entry = await db.value<number>(`insert into register_entry (section_id, first_name, last_name, email) values ($1, 'Rose', 'Amiel', 'rose@exemple.test') returning id`, home.id);
  await db.rows(`insert into register_entry (section_id, first_name, last_name, incomplete) values ($1, 'Louis', 'Sans-Adresse', 'missing')`, home.id);
  const picture = await db.value<number>(`with made as (insert into picture (content, media_type, width, height) values (decode('UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA=', 'base64'), 'image/webp', 1, 1) returning id)
    update section_profile set picture_id = made.id from made where space_id = $1 returning picture_id`, home.id);
  const friend = await people.member();
  await db.rows(`insert into section_request (section_id, member_id, words, leaves_id) values ($1, $2, 'Je viens de m’installer ici.', null), ($1, $3, '', $4)`, home.id, friend.id, (await people.member({ section: other })).id, other.id);
  const letter = await db.value<number>(`insert into section_letter (section_id, sender_id, subject, body, audience) values ($1, $2, 'Réunion', 'Bonjour', array['tous']) returning id`, home.id, secretary.id);
  const audience = await db.value<number>(`insert into section_audience (section_id, name, audience) values ($1, 'Bureau', array['bureau']) returning id`, home.id);
  const contact = await db.value<number>(`insert into contact (section_id, last_name, email, origin) values ($1, 'Extérieur', 'contact@exemple.test', 'Marché') returning id`, home.id);
  const thread = await db.value<number>(`insert into thread (creator_id, subject) values ($1, 'Samedi') returning id`, secretary.id);
  await db.rows('insert into thread_member (thread_id, member_id) values ($1, $2), ($1, $3)', thread, secretary.id, member.id);
  return { people: everyone, examples: { section: home.id, federation, space: home.id, list, event, comment, part, member: friend.id, group, thread, letter, audience, contact, entry, picture, person: member.id, batch: 'aucun', session: 1, passkey: 1, device: 1, friend: 1, import: 1, token: 'rien.rien', text: 'charte', chapter: 'acceder-a-la-coopol', z: 6, x: 33, y: 22 } };
}
