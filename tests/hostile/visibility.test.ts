// A09: three visibilities × seven kinds of people × every page that can name a person. A new page is one line of `pages`.
import { formToken, http, sessionCookie, told } from '../support/http';
import type { Member, People, Section } from '../support/people';
import type { Database } from '../support/database';
import { routes } from '../support/routes';
import { expect, test } from '../support/test';

const nobody = 999_999_999;
const viewers = ['stranger', 'coopain', 'same section', 'secretary', 'other secretary', 'referent', 'coopilote'] as const;
type Viewer = (typeof viewers)[number];
const insiders: readonly Viewer[] = ['same section', 'secretary'];

/** Who may find whoever chose that. */
const admitted = {
  everyone: viewers,
  circle: ['coopain', 'same section', 'secretary'],
  secretary: ['secretary'],
} satisfies Record<string, readonly Viewer[]>;
type Visibility = keyof typeof admitted;
const admits = (visibility: Visibility, viewer: Viewer) => (admitted[visibility] as readonly Viewer[]).includes(viewer);

interface Subject extends Member { picture: number }
interface Setting { section: Section; people: Record<Viewer, Member>; event: number; own: Record<Viewer, number>; group: number; friend: Member; threads: Record<Viewer, number>; broadcast: number }

/** A form that is sent, if it is not a page that is asked for. */
interface Sent { type: string; body: (csrf: string, subject: Subject) => string }
const ticked: Sent = { type: 'application/x-www-form-urlencoded', body: (csrf, { id }) => new URLSearchParams({ csrf, member: String(id) }).toString() };
const addressBook: Sent = { type: 'multipart/form-data; boundary=limite', body: (csrf, { email }) => `--limite\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n--limite\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nmail\n${email}\n\r\n--limite--\r\n` };

/** Where a person is named, and for which viewers, should their circle admit them; for all unless said. `some`: they may be left out, being one of many. `anyway`: they
 * showed themselves to the viewer, whatever their circle. `never`: not even to whom that circle admits. */
const pages: { name: string; path: (subject: Subject, setting: Setting, viewer: Viewer) => string; send?: Sent; open?: readonly Viewer[]; some?: true; anyway?: true; never?: Visibility }[] = [
  { name: 'directory, by name', path: ({ lastName }) => `/membres?q=${encodeURIComponent(lastName)}` },
  { name: 'directory, by first name then last', path: ({ name }) => `/membres?q=${encodeURIComponent(name)}` },
  { name: 'directory, with a typing error', path: ({ lastName }) => `/membres?q=${encodeURIComponent(`${lastName}z`)}` },
  { name: 'directory, in order', path: ({ lastName }) => `/membres?apres_nom=${encodeURIComponent(lastName.slice(0, -1))}&apres_prenom=&apres=1` },
  { name: 'directory, of a section', path: (_, { section }) => `/membres?federation=${section.federationId}&section=${section.id}` },
  { name: 'directory, of an interest', path: (_, { section }) => `/membres?section=${section.id}&interet=logement` },
  { name: 'search', path: ({ lastName }) => `/recherche?q=${encodeURIComponent(lastName)}` },
  { name: 'completion', path: ({ lastName }) => `/recherche/propositions?q=${encodeURIComponent(lastName.slice(0, 5))}` },
  { name: 'search, of people', path: ({ lastName }) => `/recherche?quoi=membres&q=${encodeURIComponent(lastName)}` },
  { name: 'profile', path: ({ id }) => `/membres/${id}` },
  { name: 'members of the section', path: (_, { section }) => `/sections/${section.id}/membres`, open: insiders },
  { name: 'the secretary’s list of members', path: (_, { section }) => `/sections/${section.id}/gestion/membres`, open: ['secretary'] },
  { name: 'coordinates', path: ({ id }, { section }) => `/sections/${section.id}/gestion/membres/${id}`, open: ['secretary'] },
  { name: 'participants of an event by somebody else', path: (_, { event }) => `/evenements/${event}` },
  { name: 'whom to write to', path: ({ id }) => `/messages/nouveau?a=${id}` },
  { name: 'a group of which all are', path: (_, { group }) => `/groupes/${group}` },
  { name: 'coopains', path: () => '/coopains', open: ['coopain'] },
  { name: 'the profile of a coopain of theirs', path: (_, { friend }) => `/membres/${friend.id}` },
  { name: 'the feed, where a coopain has met them', path: () => '/fil', some: true },
  { name: 'the dashboard', path: () => '/', some: true },
  { name: 'whom to invite to an event of mine', path: (_, { own }, viewer) => `/evenements/${own[viewer]}/invites`, some: true },
  { name: 'the report of an event of mine to which they went', path: (_, { own }, viewer) => `/evenements/${own[viewer]}/bilan` },
  { name: 'the inbox, with a conversation in which they take part', path: () => '/messages' },
  { name: 'that conversation', path: (_, { threads }, viewer) => `/messages/${threads[viewer]}` },
  { name: 'a message of somebody else that they got too, and nobody may answer', path: (_, { broadcast }) => `/messages/${broadcast}`, open: [] },
  { name: 'coopains to write to', path: () => '/messages/nouveau', open: ['coopain'] },
  { name: 'whom to write to, ticked elsewhere', path: () => '/messages/choisis', send: ticked },
  { name: 'requests of coopain, whoever asked', path: () => '/coopains/demandes', open: viewers.filter((viewer) => viewer !== 'coopain'), anyway: true },
  { name: 'an address book with their address', path: () => '/carnet-d-adresses', send: addressBook, never: 'secretary' },
  { name: 'the wall of a coopain of theirs', path: (_, { friend }) => `/membres/${friend.id}/mur`, some: true },
];

/** Addresses that are theirs alone. */
const addresses: ((id: number) => string)[] = routes.filter(({ method, path }) => method === 'GET' && /:member\b/.test(path)).map(({ path }) => (id) => path.replace(':member', String(id)));

async function makeSetting(people: People, db: Database): Promise<Setting> {
  const federationId = await people.federation();
  const section = await people.section({ federationId }), elsewhere = await people.section({ federationId });
  const everyone = {
    stranger: await people.member({ section: elsewhere }), coopain: await people.member({ section: elsewhere }), 'same section': await people.member({ section }),
    secretary: await people.secretary(section), 'other secretary': await people.secretary(elsewhere), referent: await people.referent(federationId), coopilote: await people.coopilote(),
  };
  const host = await people.member({ section: elsewhere }), friend = await people.member({ section: elsewhere });
  const event = await db.value<number>(`insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, published_at, city)
    values ($1, 'debate', 'published', 'Parlons-en', true, now() + interval '1 day', now() + interval '2 days', now(), 'Dole') returning id`, host.id);
  const group = await db.value<number>(`insert into space (kind, parent_id, name) select 'group', id, 'Toutes et tous' from space where kind = 'national' returning id`);
  await db.rows('insert into group_profile (space_id) values ($1)', group);
  for (const { id } of Object.values(everyone)) await db.rows('insert into membership (space_id, member_id) values ($1, $2)', group, id);
  const own = Object.fromEntries(await Promise.all(viewers.map(async (viewer) => [viewer, await db.value<number>(`insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, published_at, city)
    values ($1, 'debate', 'published', 'Chez moi', true, now() - interval '3 hours', now() - interval '1 hour', now(), 'Dole') returning id`, everyone[viewer].id)] as const))) as Record<Viewer, number>;
  for (const { id } of Object.values(everyone)) await db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', id, friend.id);
  const thread = async (oneWay: boolean, ...recipients: Member[]) => {
    const id = await db.value<number>(`insert into thread (creator_id, subject, one_way) values ($1, 'Samedi', $2) returning id`, host.id, oneWay);
    for (const { id: reader } of [host, ...recipients]) await db.rows('insert into thread_member (thread_id, member_id) values ($1, $2)', id, reader);
    await db.rows(`insert into message (thread_id, author_id, body) values ($1, $2, 'On se voit ?')`, id, host.id);
    return id;
  };
  const threads = Object.fromEntries(await Promise.all(viewers.map(async (viewer) => [viewer, await thread(false, everyone[viewer])] as const))) as Record<Viewer, number>;
  return { section, people: everyone, event, own, group, friend, threads, broadcast: await thread(true, ...Object.values(everyone)) };
}

/** Somebody who is everywhere. */
async function makeSubject(people: People, db: Database, visibility: Visibility, lastName: string, { section, people: { coopain }, event, own, group, friend, threads, broadcast }: Setting): Promise<Subject> {
  const subject = await people.member({ firstName: 'Philomène', lastName, section, visibility });
  for (const { id } of [coopain, friend]) await db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', subject.id, id);
  for (const which of [event, ...Object.values(own)]) await db.rows(`insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, 'yes', now())`, which, subject.id);
  await db.rows(`insert into event_comment (event_id, author_id, body) values ($1, $2, 'J’y serai.')`, event, subject.id);
  await db.rows('insert into membership (space_id, member_id) values ($1, $2)', group, subject.id);
  for (const which of [broadcast, ...Object.values(threads)]) await db.rows('insert into thread_member (thread_id, member_id) values ($1, $2)', which, subject.id);
  await db.rows(`insert into member_interest (member_id, interest) values ($1, 'logement')`, subject.id);
  const picture = await db.value<number>(`with made as (insert into picture (content, media_type, width, height) values ('x', 'image/webp', 1, 1) returning id)
    update member set picture_id = made.id from made where member.id = $1 returning picture_id`, subject.id);
  return { ...subject, picture };
}

const names: Record<Visibility, string> = { everyone: 'Quatrelivres', circle: 'Xaintrailles', secretary: 'Vertefeuille' };

test('A09 each page names a person to whom their circle admits, and to nobody else', async ({ site, people }) => {
  test.setTimeout(240_000);
  const setting = await makeSetting(people, site.db);
  const wrong: string[] = [];
  const subjects = Object.fromEntries(await Promise.all((Object.keys(names) as Visibility[]).map(async (visibility) =>
    [visibility, await makeSubject(people, site.db, visibility, names[visibility], setting)] as const))) as Record<Visibility, Subject>;
  // Half of them were asked by the subjects, half have asked.
  for (const { id } of Object.values(subjects))
    await Promise.all(viewers.filter((viewer) => viewer !== 'coopain').map((viewer, i) => [setting.people[viewer].id, i % 2] as const)
      .map(([other, asks]) => site.db.rows('insert into bond_request (from_id, to_id) values ($1, $2)', asks ? other : id, asks ? id : other)));
  for (const viewer of viewers) {
    const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, setting.people[viewer].id));
    for (const visibility of Object.keys(names) as Visibility[]) {
      const subject = subjects[visibility];
      for (const { name, path, send, open = viewers, some, anyway, never } of pages) {
        const answer = await http(site.baseURL, path(subject, setting, viewer), { cookie, ...send && { method: 'POST', headers: { 'content-type': send.type }, body: send.body(csrf, subject) } });
        // What was typed comes back in the box and the title.
        const named = new RegExp(`>[^<]*Philomène ${subject.lastName}`).test(answer.body.replace(/<title>.*?<\/title>/s, ''));
        const expected = open.includes(viewer) && visibility !== never && (anyway || admits(visibility, viewer));
        if (named && !expected || !named && expected && !some) wrong.push(`${name}: ${viewer} × visible to ${visibility} → ${named ? 'named' : 'not named'} (${answer.status})`);
        if (answer.body.includes(`/membres/${subject.id}"`) && !admits(visibility, viewer)) wrong.push(`${name}: ${viewer} × visible to ${visibility} → a link to them`);
        if (answer.body.includes(`/images/${subject.picture}"`) && !admits(visibility, viewer)) wrong.push(`${name}: ${viewer} × visible to ${visibility} → their face`);
      }
      const face = await http(site.baseURL, `/images/${subject.picture}`, { cookie });
      if ((face.status === 200) !== admits(visibility, viewer)) wrong.push(`their face itself: ${viewer} × visible to ${visibility} → ${face.status}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('A09 to whom a circle does not admit, each address of a person answers like one that never existed', async ({ site, people }) => {
  test.setTimeout(240_000);
  const setting = await makeSetting(people, site.db);
  const wrong: string[] = [];
  for (const visibility of ['circle', 'secretary'] as const) {
    const subject = await makeSubject(people, site.db, visibility, names[visibility], setting);
    for (const viewer of viewers.filter((one) => !admits(visibility, one))) {
      const cookie = await sessionCookie(site.db, setting.people[viewer].id);
      const { csrf, cookie: cookies } = await formToken(site.baseURL, cookie);
      const compare = async (what: string, hidden: Promise<string>, never: Promise<string>) => { if (await hidden !== await never) wrong.push(`${what}: ${viewer} × visible to ${visibility}`); };
      const get = async (path: string, id: number) => told(await http(site.baseURL, path, { cookie }), id);
      for (const address of addresses) await compare(address(subject.id), get(address(subject.id), subject.id), get(address(nobody), nobody));
      await compare('face', get(`/images/${subject.picture}`, subject.picture), get(`/images/${nobody}`, nobody));
      for (const { path } of routes.filter(({ method, path }) => method === 'POST' && /:member\b/.test(path))) {
        const post = async (id: number) => told(await http(site.baseURL, path.replace(':member', String(id)), { method: 'POST', cookie: cookies, body: new URLSearchParams({ csrf, reponse: 'oui', text: 'Coucou' }).toString() }), id);
        await compare(`POST ${path}`, post(subject.id), post(nobody));
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('A09 mails name a person to whom their circle admits, and whoever asked to whom they asked', async ({ site, people, mailbox }) => {
  test.setTimeout(120_000);
  const { db } = site, setting = await makeSetting(people, db);
  const subjects = Object.fromEntries(await Promise.all((Object.keys(names) as Visibility[]).map(async (visibility) =>
    [visibility, await makeSubject(people, db, visibility, names[visibility], setting)] as const))) as Record<Visibility, Subject>;
  const each = viewers.flatMap((viewer) => (Object.keys(names) as Visibility[]).map((visibility) => ({ viewer, visibility, reader: setting.people[viewer], subject: subjects[visibility] })));
  for (const { viewer, reader, subject } of each) {
    if (viewer !== 'coopain') await db.rows('insert into bond_request (from_id, to_id) values ($1, $2)', subject.id, reader.id);
    await db.rows(`with word as (insert into activity (kind, member_id, other_id, body) values ('wall', $1, $2, 'Bravo') returning id),
        thread as (insert into thread (creator_id, subject) values ($1, 'Un mot') returning id),
        members as (insert into thread_member (thread_id, member_id) select id, unnest(array[$1::bigint, $2::bigint]) from thread),
        said as (insert into message (thread_id, author_id, body) select id, $1, 'Bonjour' from thread)
      insert into mail (kind, key, member_id, subject_id) select 'coopains.request', format('matrix %s %s', $1::bigint, $2::bigint), $2::bigint, $1::bigint
        union all select 'activity.wall', 'matrix wall ' || id, $2, id from word union all select 'messages.new', 'matrix thread ' || id, $2, id from thread`, subject.id, reader.id);
  }
  const allLeave = async () => {
    await db.rows(`select pg_notify('work', 'mail')`);
    await expect.poll(() => db.value(`select count(*) from mail where state = 'queued' and key like 'matrix %'`), { timeout: 30_000 }).toBe(0);
  };
  const wrong: string[] = [];
  const compare = (told: (reader: Member) => string[], anonymous: string) => {
    for (const { viewer, visibility, reader, subject } of each) {
      const lines = told(reader).filter((line) => line.includes(subject.lastName)).map((line) => line.replace(`Philomène ${subject.lastName} `, '')).sort();
      const expected = [...viewer === 'coopain' ? [] : ['te demande'], ...admits(visibility, viewer) ? ['a écrit sur ton mur', 't’a écrit'] : []];
      if (lines.length !== expected.length || !expected.every((words) => lines.some((line) => line.startsWith(words)))) wrong.push(`${viewer} × visible to ${visibility}: ${lines.join(' | ')}`);
      if (!admits(visibility, viewer) && !told(reader).some((line) => line.startsWith(anonymous))) wrong.push(`${viewer} × visible to ${visibility}: nothing of somebody`);
    }
  };
  await allLeave();
  compare((reader) => mailbox.all(reader.email).map((mail) => mail.subject), 'Quelqu’un t’a écrit');
  const firsts = new Set(viewers.flatMap((viewer) => mailbox.all(setting.people[viewer].email)));

  await db.rows(`insert into notification_choice (member_id, kind, mail) select member_id, kind, 'digest' from unnest($1::bigint[]) member_id, unnest(array['message', 'wall', 'coopain']) kind`, Object.values(setting.people).map(({ id }) => id));
  await db.rows(`insert into mail (kind, key, member_id, detail) select 'notifications.digest', 'matrix evening ' || id, id, jsonb_build_object('day', ((now() at time zone 'Europe/Paris') + interval '6 hours')::date) from unnest($1::bigint[]) id`, Object.values(setting.people).map(({ id }) => id));
  await allLeave();
  // Who wrote on the wall is named where it is one person.
  const digest = (reader: Member) => mailbox.all(reader.email).filter((mail) => !firsts.has(mail)).flatMap((mail) => mail.text.split('\n'));
  for (const { viewer, visibility, reader, subject } of each) {
    const lines = digest(reader).filter((line) => line.includes(subject.lastName));
    const expected = (viewer === 'coopain' ? 0 : 1) + (admits(visibility, viewer) ? 1 : 0) + (admits(visibility, viewer) && Object.values(admitted).filter((circle: readonly Viewer[]) => circle.includes(viewer)).length === 1 ? 1 : 0);
    if (lines.length !== expected) wrong.push(`evening: ${viewer} × visible to ${visibility}: ${lines.join(' | ')}`);
  }
  expect(wrong).toEqual([]);
});

test('A09 a secretary is found by everyone, whatever they chose', async ({ site, people }) => {
  const section = await people.section();
  const secretary = await people.secretary(section, { firstName: 'Philomène', lastName: 'Cinqfontaines', visibility: 'secretary' });
  const cookie = await sessionCookie(site.db, (await people.member()).id);
  for (const page of [`/membres/${secretary.id}`, '/membres?q=cinqfontaines', '/recherche?q=cinqfontaines', `/sections/${section.id}`])
    expect((await http(site.baseURL, page, { cookie })).body, page).toContain('Philomène Cinqfontaines');
  const mine = await http(site.baseURL, '/compte/visibilite', { cookie: await sessionCookie(site.db, secretary.id) });
  expect(mine.body).toContain('Tu es secrétaire de section');
});

test('A09 D01 whoever hides keeps writing to whom they may: their name stands under the message, their page does not', async ({ site, people }) => {
  const section = await people.section();
  const hidden = await people.member({ section, firstName: 'Philomène', lastName: 'Sixsources', visibility: 'secretary' }), reader = await people.member();
  const thread = await site.db.value<number>(`insert into thread (creator_id, subject) values ($1, 'Un mot') returning id`, hidden.id);
  await site.db.rows('insert into thread_member (thread_id, member_id) values ($1, $2), ($1, $3)', thread, hidden.id, reader.id);
  await site.db.rows(`insert into message (thread_id, author_id, body) values ($1, $2, 'Bonjour')`, thread, hidden.id);
  const cookie = await sessionCookie(site.db, reader.id);
  for (const page of ['/messages', `/messages/${thread}`]) expect((await http(site.baseURL, page, { cookie })).body, page).toContain('Philomène Sixsources');
  expect((await http(site.baseURL, `/messages/${thread}`, { cookie })).body).not.toContain(`/membres/${hidden.id}`);
  expect((await http(site.baseURL, `/membres/${hidden.id}`, { cookie })).status).toBe(404);
});
