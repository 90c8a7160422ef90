// A member's agenda at a secret address (E08): who reads what there, and what ordinary calendar programs make of it.
import { createHash } from 'node:crypto';
import { CalendarClient, parsed } from '../support/calendar_client';
import { makeEvent } from '../support/events';
import { http, sessionCookie } from '../support/http';
import type { Member } from '../support/people';
import { expect, test } from '../support/test';

type Site = { baseURL: string; db: import('../support/database').Database };

/** The path of that member's agenda, asked for as the page does. */
async function subscribe(site: Site, member: Member): Promise<string> {
  const cookie = await sessionCookie(site.db, member.id);
  const page = await http(site.baseURL, '/agenda/telephone', { cookie });
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1];
  await http(site.baseURL, '/agenda/telephone', { method: 'POST', cookie, headers: { origin: site.baseURL }, body: `csrf=${encodeURIComponent(csrf)}` });
  return new URL(/<textarea id="adresse"[^>]*>([^<]+)/.exec((await http(site.baseURL, '/agenda/telephone', { cookie })).body)![1]).pathname;
}
const read = (site: Site, path: string, headers: Record<string, string> = {}) => http(site.baseURL, path, { headers });
const titles = (file: string) => parsed(file).map((event) => event.SUMMARY);

/** The last Sunday of that month of next year, at that hour of Paris before the clocks change. */
function lastSunday(month: number): string {
  const day = new Date(Date.UTC(new Date().getFullYear() + 1, month, 0));
  day.setUTCDate(day.getUTCDate() - day.getUTCDay());
  return day.toISOString().slice(0, 10);
}

test('E08 my agenda in my telephone: an address is made, shown again, renewed and stopped', async ({ page, people, signIn, site }) => {
  const me = await people.member();
  await makeEvent(site.db, { by: me, title: 'Collage' });
  await signIn(page, me);
  await page.goto('/agenda');
  await page.getByRole('link', { name: 'Mon agenda dans mon téléphone' }).click();
  await page.getByRole('button', { name: 'Créer mon adresse' }).click();
  const address = page.getByLabel('L’adresse à coller');
  await expect(address).toHaveValue(/^http:\/\/localhost:\d+\/calendrier\/[\w-]{43}\.ics$/);
  const first = await address.inputValue();
  await expect(page.getByRole('link', { name: 'Ajouter à mon calendrier' })).toHaveAttribute('href', first.replace('http', 'webcal'));
  await expect(page.getByText('Aucun calendrier ne l’a lue')).toBeVisible();
  expect(titles((await read(site, new URL(first).pathname)).body)).toEqual(['Collage']);
  await page.goto('/agenda/telephone');
  await expect(address, 'on another device, later').toHaveValue(first);
  await expect(page.getByText('Un calendrier l’a lue à l’instant.')).toBeVisible();

  await page.getByRole('button', { name: 'Renouveler l’adresse' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
  await expect(page.getByText('Voilà ta nouvelle adresse.')).toBeVisible();
  await expect(address).not.toHaveValue(first);
  const second = await address.inputValue();
  expect((await read(site, new URL(first).pathname)).status).toBe(404);
  expect((await read(site, new URL(second).pathname)).status).toBe(200);

  await page.getByRole('button', { name: 'Arrêter' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Oui' }).click();
  await expect(page.getByRole('button', { name: 'Créer mon adresse' })).toBeVisible();
  expect((await read(site, new URL(second).pathname)).status).toBe(404);
});

test('E08 an ordinary calendar client subscribes: what it shows is what was meant, and it learns of changes', async ({ people, site }, info) => {
  const me = await people.member(), other = await people.member();
  const spring = lastSunday(3), autumn = lastSunday(10);
  const at = (event: number, starts: string, ends: string) => site.db.rows('update event set starts_at = $2, ends_at = $3 where id = $1', event, starts, ends);
  const night = await makeEvent(site.db, { by: me, title: 'Collage : la nuit où l’on perd une heure' });
  await at(night, `${spring} 01:30 Europe/Paris`, `${spring} 03:30 Europe/Paris`);
  const other_night = await makeEvent(site.db, { by: me, title: 'Réunion, dite « d’automne »' });
  await at(other_night, `${autumn} 01:00 Europe/Paris`, `${autumn} 03:00 Europe/Paris`);
  const overseas = await makeEvent(site.db, { by: other, title: 'Débat à Nouméa; sous les flamboyants \\ dehors', guests: [[me, 'maybe']] });
  await at(overseas, `${autumn} 18:00 Pacific/Noumea`, `${autumn} 20:00 Pacific/Noumea`);
  const words = 'Rendez-vous devant l’école,\nporte B ; prends un K-Way.\r\nEND:VEVENT\nÇa ira 🚪'.repeat(4);
  await site.db.rows('update event set description = $2, complement = $3 where id = $1', night, words, 'Bât. C, 2ᵉ étage');
  const refused = await makeEvent(site.db, { by: other, title: 'Refusé', guests: [[me, 'no']] });
  await makeEvent(site.db, { by: other, title: 'On m’attend', guests: [[me]] });

  const path = await subscribe(site, me), url = `${site.baseURL}${path}`;
  const client = new CalendarClient(info.outputPath('paris'), url), noumea = new CalendarClient(info.outputPath('noumea'), url, 'Pacific/Noumea');
  client.sync();
  noumea.sync();
  const day = (date: string, shown = client) => shown.shown(date, 2).filter(({ start }) => start.startsWith(date)).map(({ start, end, title }) => [start.slice(11), end.slice(11), title]);
  expect(day(spring)).toEqual([['01:30', '03:30', 'Collage : la nuit où l’on perd une heure']]);
  expect(day(autumn)).toEqual([['01:00', '03:00', 'Réunion, dite « d’automne »'], ['08:00', '10:00', 'Débat à Nouméa; sous les flamboyants \\ dehors (peut-être)']]);
  expect(day(autumn, noumea).at(-1)!.slice(0, 2), 'the hour of the place, for whoever lives there').toEqual(['18:00', '20:00']);
  expect(client.shown('today', 3).map(({ title }) => title)).toEqual(['On m’attend (tu viens ?)']);
  const night_read = parsed((await read(site, path)).body).find((event) => String(event.SUMMARY).startsWith('Collage'))!;
  expect(String(night_read.DESCRIPTION)).toBe(`${words.replaceAll('\r\n', '\n')}\n\n${site.baseURL}/evenements/${night}`);
  expect(night_read).toMatchObject({ LOCATION: '12 rue des Tilleuls, 25000 Besançon (Bât. C, 2ᵉ étage)', STATUS: 'CONFIRMED', SEQUENCE: '0',
    DTSTART: `${spring}T00:30:00+00:00`, DTEND: `${spring}T01:30:00+00:00`, UID: `evenement-${night}@localhost` });
  const mailed = parsed((await http(site.baseURL, `/evenements/${night}/agenda.ics`, { cookie: await sessionCookie(site.db, me.id) })).body)[0];
  for (const line of ['UID', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'LOCATION', 'DESCRIPTION', 'GEO'] as const) expect(mailed[line], line).toEqual(night_read[line]);

  // Moved, called off, and refused since.
  await site.db.rows(`update event set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour', sequence = sequence + 1 where id = $1`, night);
  await site.db.rows(`update event set state = 'cancelled', sequence = sequence + 1 where id = $1`, other_night);
  await site.db.rows(`update event_guest set answer = 'no' where event_id = $1 and member_id = $2`, overseas, me.id);
  client.sync();
  expect(day(spring)).toEqual([['03:30', '04:30', 'Collage : la nuit où l’on perd une heure']]);
  expect(day(autumn)).toEqual([['01:00', '03:00', 'Annulé : Réunion, dite « d’automne »']]);
  const after = parsed((await read(site, path)).body);
  expect(after.find((event) => event.UID === `evenement-${other_night}@localhost`)).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '1' });
  expect(after.some((event) => [overseas, refused].some((id) => event.UID === `evenement-${id}@localhost`))).toBe(false);
});

test('E08 the address gives what I may see, and no more; a program that knows it all is told so in a word', async ({ people, site }) => {
  const section = await people.section();
  const me = await people.member({ section }), other = await people.secretary(section);
  const online = await makeEvent(site.db, { by: other, title: 'En ligne', spaces: [section], inHours: 24, guests: [[me, 'yes']] });
  await site.db.rows(`update event set online_url = 'https://visio.exemple.test/salle', address = '', postcode = '', city = '' where id = $1`, online);
  await makeEvent(site.db, { by: other, title: 'De la section, sans moi', spaces: [section] });
  await makeEvent(site.db, { by: me, title: 'Brouillon', state: 'draft' });
  await makeEvent(site.db, { by: other, title: 'Brouillon d’autrui', state: 'draft', guests: [[me, 'yes']] });
  await makeEvent(site.db, { by: other, title: 'L’an passé', inHours: -24 * 300, guests: [[me, 'yes']] });
  await makeEvent(site.db, { by: other, title: 'Hier', inHours: -24, guests: [[me, 'yes']] });
  await makeEvent(site.db, { by: other, title: 'Jamais répondu', inHours: -24, guests: [[me]] });
  await makeEvent(site.db, { by: other, title: 'Annulé depuis longtemps', state: 'cancelled', inHours: -24 * 10, guests: [[me, 'yes']] });
  const path = await subscribe(site, me);
  const first = await read(site, path);
  expect([first.status, first.headers['content-type'], first.headers['cache-control'], first.headers['x-database']]).toEqual([200, 'text/calendar; charset=utf-8', 'private, no-cache', '5 statements, 2 round trips']);
  expect(titles(first.body)).toEqual(['Hier', 'En ligne']);
  expect(parsed(first.body)[1]).toMatchObject({ LOCATION: 'https://visio.exemple.test/salle' });
  expect(first.body).not.toContain('VALARM');

  const { etag, 'last-modified': modified } = first.headers as Record<string, string>;
  const again = await read(site, path);
  expect([again.headers.etag, again.headers['last-modified'], again.headers['x-database']], 'nothing new').toEqual([etag, modified, '3 statements, 1 round trips']);
  const knowing: Record<string, string>[] = [{ 'if-none-match': etag }, { 'if-none-match': `"x", ${etag}` }, { 'if-modified-since': modified }];
  for (const headers of knowing) expect(await read(site, path, headers)).toMatchObject({ status: 304, body: '' });
  await site.db.rows(`update event set title = 'En visio' where id = $1`, online);
  for (const headers of knowing) expect((await read(site, path, headers)).status).toBe(200);
  expect((await read(site, path, { 'if-none-match': 'W/"x"', 'if-modified-since': new Date(Date.now() + 9e5).toUTCString() })).status, 'the tag decides').toBe(200);
  const head = await http(site.baseURL, path, { method: 'HEAD' });
  expect([head.status, head.body, head.headers['content-type']]).toEqual([200, '', 'text/calendar; charset=utf-8']);
});

test('E08 P02 an address that is unknown, or whose owner is gone, answers like one that never was, and no log tells it', async ({ people, site }) => {
  const me = await people.member();
  await makeEvent(site.db, { by: me, title: 'Collage' });
  const path = await subscribe(site, me);
  const never = await read(site, `/calendrier/${'A'.repeat(43)}.ics`);
  const same = async (why: string, address = path) => {
    const { status, body } = await read(site, address);
    expect([status, body], why).toEqual([404, never.body]);
  };
  expect(never.status).toBe(404);
  for (const odd of ['x', 'x.ics', '%C3%A9.ics', `${'A'.repeat(42)}.ics`, path.slice(12, -4)]) await same(odd, `/calendrier/${odd}`);

  const charter = await site.db.value<number>(`insert into charter (body, asks_again) values ('Nouvelle charte', true) returning id`);
  await same('a new charter waits');
  await site.db.rows('delete from charter where id = $1', charter);
  expect((await read(site, path)).status).toBe(200);
  await site.db.rows(`update member set leaves_at = now() + interval '30 days' where id = $1`, me.id);
  await same('has asked to leave');
  await site.db.rows('update member set leaves_at = null where id = $1', me.id);
  expect((await read(site, path)).status).toBe(200);
  expect(await site.db.value(`select token_hash = $2 and not (to_jsonb(f)::text like '%' || $3 || '%') from calendar_feed f where member_id = $1`,
    me.id, createHash('sha256').update(Buffer.from(path.slice(12, -4), 'base64url')).digest(), Buffer.from(path.slice(12, -4), 'base64url').toString('hex'))).toBe(true);
  await site.db.rows(`update account set password_hash = 'x', password_version = password_version + 1 where member_id = $1`, me.id);
  await same('a new password');
  expect(site.server.log()).toContain('/calendrier/');
  expect(site.server.log()).not.toContain(path.slice(12, 40));
});
