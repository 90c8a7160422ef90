// What comes by mail, when, and how to have less of it.
import { expect, test } from '../support/test';
import { expectNoAxeViolations } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import type { Database } from '../support/database';
import type { Member } from '../support/people';

async function as(site: { baseURL: string; db: Database }, member: Member) {
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, member.id));
  return (path: string, fields: Record<string, string> = {}) => http(site.baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
}
/** Some minutes pass for the mails that wait. */
const later = (db: Database) => db.rows(`update mail set run_at = now() where state = 'queued'`).then(() => db.rows(`select pg_notify('work', 'mail')`));
const choose = (db: Database, member: Member, kind: string, mail: string) =>
  db.rows('insert into notification_choice (member_id, kind, mail) values ($1, $2, $3) on conflict (member_id, kind) do update set mail = excluded.mail', member.id, kind, mail);
const state = (db: Database, member: Member, kind: string) => db.value(`select max(state) from mail where member_id = $1 and kind = $2`, member.id, kind);

test('A08 a new message is told by mail, without a word of it, unless it was read meanwhile', async ({ site, people, mailbox }) => {
  const ines = await people.member({ firstName: 'Inès', lastName: 'Vasseur' }), reader = await people.member(), absent = await people.member();
  const write = await as(site, ines);
  const sent = await write('/messages', { to: String(absent.id), subject: 'Liste secrète', body: 'Le mot de passe est girafe.' });
  expect(sent.status).toBe(303);
  const read = await write('/messages', { to: String(reader.id), subject: 'Bonjour', body: 'Ça va ?' });
  await http(site.baseURL, read.headers.location as string, { cookie: await sessionCookie(site.db, reader.id) });
  await write(`${sent.headers.location}`, {});
  expect(mailbox.all(absent.email), 'there is time to read first').toHaveLength(0);
  await later(site.db);
  const mail = await mailbox.waitFor(absent.email, 'Inès Vasseur t’a écrit');
  expect(mail.raw.toString()).not.toMatch(/secr|girafe/i);
  expect(mail.link(/messages/)).toBe(`${site.baseURL}${sent.headers.location}`);
  expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  await expect.poll(() => state(site.db, reader, 'messages.new')).toBe('dropped');
  expect(mailbox.all(reader.email)).toHaveLength(0);
});

test('A08 a request of coopain and its acceptance are told; what was withdrawn is not', async ({ site, people, mailbox }) => {
  const anna = await people.member({ firstName: 'Anna', lastName: 'Lebrun' }), malik = await people.member({ firstName: 'Malik', lastName: 'Oudin' }), other = await people.member();
  await (await as(site, anna))(`/coopains/${malik.id}/demande`);
  await mailbox.waitFor(malik.email, 'Anna Lebrun te demande d’être son coopain');
  await (await as(site, malik))(`/coopains/${anna.id}/reponse`, { reponse: 'oui' });
  await mailbox.waitFor(anna.email, 'Malik Oudin est maintenant ton coopain');
  expect(mailbox.all(malik.email), 'who accepts knows').toHaveLength(1);

  await site.db.rows(`insert into mail (kind, key, member_id, subject_id) values ('coopains.request', 'test ' || $1, $1::bigint, $2)`, other.id, malik.id);
  await later(site.db);
  await expect.poll(() => state(site.db, other, 'coopains.request')).toBe('dropped');
});

test('A08 a word on one’s wall is told, unless it is gone by then', async ({ site, people, mailbox }) => {
  const anna = await people.member({ firstName: 'Anna', lastName: 'Lebrun' }), me = await people.member(), gone = await people.member();
  const write = await as(site, anna);
  expect((await write(`/membres/${me.id}/mur`, { text: 'Bravo pour la girafe !' })).status).toBe(303);
  const mail = await mailbox.waitFor(me.email, 'Anna Lebrun a écrit sur ton mur');
  expect(mail.raw.toString()).not.toContain('girafe');
  await site.db.rows(`insert into mail (kind, key, member_id, subject_id) values ('activity.wall', 'test ' || $1, $1::bigint, 0)`, gone.id);
  await later(site.db);
  await expect.poll(() => state(site.db, gone, 'activity.wall')).toBe('dropped');
});

test('A08 each kind comes at once, in the evening or not at all, as one chooses', async ({ site, people, page, signIn, mailbox }) => {
  const me = await people.member(), other = await people.member();
  await signIn(page, me);
  await page.goto('/compte');
  await page.getByRole('navigation', { name: 'Mon compte' }).getByRole('link', { name: 'Notifications' }).click();
  await page.getByRole('group', { name: 'Un nouveau message' }).getByRole('radio', { name: 'Résumé du soir' }).check();
  await page.getByRole('group', { name: 'Une demande de coopain' }).getByRole('radio', { name: 'Rien' }).check();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Un nouveau message' }).getByRole('radio', { name: 'Résumé du soir' })).toBeChecked();
  const write = await as(site, other);
  await write('/messages', { to: String(me.id), subject: 'Bonsoir', body: 'À demain.' });
  await write(`/coopains/${me.id}/demande`);
  await later(site.db);
  for (const kind of ['messages.new', 'coopains.request']) await expect.poll(() => state(site.db, me, kind), kind).toBe('dropped');
  expect(mailbox.all(me.email)).toHaveLength(0);
});

test('A08 the digest tells once what is still news, and is not sent when nothing is', async ({ site, people, mailbox }) => {
  const [eager, idle, invited] = [await people.member(), await people.member(), await people.member()];
  const ines = await people.member({ firstName: 'Inès', lastName: 'Vasseur' });
  for (const member of [eager, idle, invited]) for (const kind of ['message', 'wall', 'coopain', 'invitation', 'reminder']) await choose(site.db, member, kind, 'digest');
  const write = await as(site, ines);
  await write('/messages', { to: String(eager.id), subject: 'Secret', body: 'girafe' });
  await write(`/coopains/${eager.id}/demande`);
  const read = await write('/messages', { to: String(idle.id), subject: 'Vu', body: 'Lu aussitôt' });
  await http(site.baseURL, read.headers.location as string, { cookie: await sessionCookie(site.db, idle.id) });
  const event = await site.db.value<number>(`insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, published_at, city)
    values ($1, 'leafleting', 'published', 'Marché des Chaprais', true, now() + interval '2 days', now() + interval '2 days 2 hours', now(), 'Besançon') returning id`, ines.id);
  await site.db.rows('insert into event_guest (event_id, member_id, invited_by) values ($1, $2, $3)', event, invited.id, ines.id);
  await later(site.db);

  // Tomorrow's digest holds whatever was written from now on: it is asked for as the clock would, twice.
  const day = await site.db.value<string>(`select ((now() at time zone 'Europe/Paris') + interval '6 hours')::date::text`);
  for (let i = 0; i < 2; ++i) await site.db.rows('select notification_digests($1::date)', day);
  const mail = await mailbox.waitFor(eager.email, 'Ton résumé du soir');
  expect(mail.subject).toMatch(/: 2\snouvelles$/);
  expect(mail.text).toContain('Inès Vasseur t’a écrit');
  expect(mail.text).toContain('Inès Vasseur te demande d’être son coopain.');
  expect(mail.raw.toString()).not.toMatch(/girafe|Secret/);
  expect((await mailbox.waitFor(invited.email, 'Ton résumé du soir')).text).toContain('Invitation : Marché des Chaprais');
  await expect.poll(() => state(site.db, idle, 'notifications.digest')).toBe('dropped');
  expect(mailbox.all(idle.email)).toHaveLength(0);
  expect(mailbox.all(eager.email)).toHaveLength(1);

  const path = new URL(mail.header('List-Unsubscribe')!.replace(/[<>]/g, '')).pathname;
  expect((await http(site.baseURL, path, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status, 'signed out').toBe(200);
  expect(await site.db.value(`select mail from notification_choice where member_id = $1 and kind = 'digest'`, eager.id)).toBe('none');
});
