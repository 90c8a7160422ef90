// Many at once, and the same twice: counts stay true, and what was meant once is done once.
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie } from '../support/http';
import type { Database } from '../support/database';
import type { Member, Section } from '../support/people';

async function openEvent(db: Database, section: Section, creator: Member): Promise<number> {
  return db.value(`insert into event (creator_id, kind, state, title, is_public, space_ids, starts_at, ends_at, published_at, city)
    values ($1, 'door_to_door', 'published', 'Les Tilleuls', true, array[$2::bigint], now() + interval '1 day', now() + interval '1 day 2 hours', now(), 'Besançon') returning id`, creator.id, section.id);
}

test('E05 however many answer at once, the figures are those of the answers', async ({ site, people }) => {
  const section = await people.section();
  const event = await openEvent(site.db, section, await people.secretary(section));
  const crowd = await Promise.all(Array.from({ length: 20 }, () => people.member({ section })));
  const answers = ['yes', 'maybe', 'no', 'yes', 'maybe'];
  const wrong: string[] = [];
  await Promise.all(crowd.map(async ({ id }, place) => {
    const form = await formToken(site.baseURL, await sessionCookie(site.db, id));
    for (let turn = 0; turn < 6; ++turn) {
      const sent = await http(site.baseURL, `/evenements/${event}/reponse`, { method: 'POST', cookie: form.cookie, body: new URLSearchParams({ csrf: form.csrf, answer: answers[(place + turn) % 5] }).toString() });
      if (sent.status !== 303) wrong.push(`member ${place}, turn ${turn}: ${sent.status}`);
    }
  }));
  expect(wrong).toEqual([]);
  const counted = await site.db.row(`select count(*)::int as invited, count(*) filter (where answer = 'yes')::int as coming, count(*) filter (where answer = 'maybe')::int as maybe,
    count(*) filter (where answer = 'no')::int as declined from event_guest where event_id = $1`, event);
  expect(await site.db.row('select invited, coming, maybe, declined from event where id = $1', event)).toEqual(counted);
  expect(counted).toEqual({ invited: 20, coming: 8, maybe: 8, declined: 4 }); // each their sixth answer
});

test('G06 whoever joins several spaces at once belongs to each', async ({ site, people }) => {
  const alix = await people.member();
  const groups = await site.db.rows<{ id: number }>(`insert into space (kind, parent_id, name) select 'group', id, 'Groupe ' || n from space, generate_series(1, 8) as n where kind = 'national' returning id`);
  await site.db.rows('insert into group_profile (space_id) select unnest($1::bigint[])', groups.map(({ id }) => id));
  const form = await formToken(site.baseURL, await sessionCookie(site.db, alix.id));
  const answers = await Promise.all(groups.map(({ id }) => http(site.baseURL, `/groupes/${id}/rejoindre`, { method: 'POST', cookie: form.cookie, body: new URLSearchParams({ csrf: form.csrf }).toString() })));
  expect(answers.map(({ status }) => status)).toEqual(groups.map(() => 303));
  expect(await site.db.value('select count(*) from circle where member_id = $1 and direct', alix.id)).toBe(8);
});

test('the very same form, sent twice at once, is one act, and both senders are led to it', async ({ site, people }) => {
  const federation = await people.federation();
  const section = await people.section({ federationId: federation });
  const secretary = await people.secretary(section), member = await people.member({ section }), other = await people.member({ section }), referent = await people.referent(federation);
  const event = await openEvent(site.db, section, secretary);
  const thread = await site.db.value<number>(`insert into thread (creator_id, subject) values ($1, 'Samedi') returning id`, secretary.id);
  await site.db.rows('insert into thread_member (thread_id, member_id) values ($1, $2), ($1, $3)', thread, secretary.id, member.id);
  const entry = await site.db.value<number>(`insert into register_entry (section_id, first_name, last_name, email) values ($1, 'Inès', 'Mougin', 'ines.deux.fois@exemple.test') returning id`, section.id);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  const acts: [what: string, who: Member, path: string, fields: Record<string, string>, count: string][] = [
    ['E06 a comment', member, `/evenements/${event}/commentaires`, { text: 'J’apporte le café.' }, 'select count(*) from event_comment'],
    ['E01 an event', member, '/evenements/nouveau', { kind: 'debate', title: 'Une seule soirée', start_date: day(5), start_time: '18:00', end_date: day(5), end_time: '20:00',
      address: '1 rue des Essais', postcode: '25000', city: 'Besançon', circle: 'public' }, `select count(*) from event where title = 'Une seule soirée'`],
    ['E04 invitations to an event', secretary, `/evenements/${event}/invites`, { member: String(other.id) }, 'select count(*) from event_guest'],
    ['E07 a reminder', secretary, `/evenements/${event}/relance`, { audience: 'none', text: 'Alors ?' }, 'select count(*) from event_reminder'],
    ['D02 a message', member, '/messages', { to: String(other.id), subject: 'Un seul mot', body: 'Bonjour !' }, `select count(*) from thread where subject = 'Un seul mot'`],
    ['D02 an answer', member, `/messages/${thread}`, { body: 'Entendu.' }, `select count(*) from message where body = 'Entendu.'`],
    ['B05 a request', member, `/coopains/${other.id}/demande`, {}, 'select count(*) from bond_request'],
    ['G06 a group', member, '/groupes', { name: 'Jardins partagés', description: '' }, `select count(*) from space where name = 'Jardins partagés'`],
    ['S05 an invitation', secretary, `/sections/${section.id}/gestion/invitations/envoi`, { entry: String(entry) }, `select count(*) from mail where address = 'ines.deux.fois@exemple.test'`],
    ['S05 a member made by hand', secretary, `/sections/${section.id}/gestion/invitations/creation`, { first_name: 'Zoé', last_name: 'Deuxfois', email: 'zoe.deux.fois@exemple.test' },
      `select count(*) from register_entry where last_name = 'Deuxfois'`],
    ['S11 a section', referent, `/federations/${federation}/sections`, { name: 'Section unique', postcode: '25000', city: 'Besançon' }, `select count(*) from space where name = 'Section unique'`],
    ['C05 a word to the team', member, '/contact', { words: 'Bravo.' }, 'select count(*) from contact_message'],
  ];
  const wrong: string[] = [];
  for (const [what, who, path, fields, count] of acts) {
    const before = await site.db.value<number>(count);
    const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, who.id));
    const send = () => http(site.baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
    const [one, two] = await Promise.all([send(), send()]);
    const third = await send();
    const done = await site.db.value<number>(count) - before;
    if (done !== 1) wrong.push(`${what}: ${done} times`);
    const led = [one, two, third].map(({ status, headers }) => `${status} ${headers.location}`);
    if (one.status !== 303 || new Set(led).size > 1) wrong.push(`${what}: ${led.join(', ')}`);
  }
  expect(wrong).toEqual([]);
});
