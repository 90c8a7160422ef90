// A14: «Retrouver mes contacts».
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import { newAddress } from '../support/invitations';
import type { Database } from '../support/database';
import type { Page } from '@playwright/test';

const card = (name: string, email: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nitem1.EMAIL;type=INTERNET:${email}\r\nEND:VCARD\r\n`;
const file = (content: string, name = 'contacts.vcf') => ({ name, mimeType: 'text/vcard', buffer: Buffer.from(content) });

async function search(page: Page, content: string): Promise<void> {
  await page.goto('/carnet-d-adresses');
  await page.getByLabel(/^Ton carnet d’adresses/).setInputFiles(file(content));
  await page.getByRole('button', { name: 'Chercher' }).click();
}

/** Which of the words stand in which tables. */
async function keptIn(db: Database, words: string[]): Promise<string[]> {
  const tables = await db.rows<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'coopol' and table_type = 'BASE TABLE' and table_name !~ '^commune'`);
  const found = await Promise.all(tables.map(({ name }) => db.rows<{ word: string }>(`select word from unnest($1::text[]) word
    where exists (select from coopol.${name} t where position(lower(word) in lower(t::text)) > 0 or position(encode(convert_to(word, 'UTF8'), 'hex') in t::text) > 0)`, words)
    .then((rows) => rows.map(({ word }) => `${name}: ${word}`))));
  return found.flat();
}

test.beforeEach(({ site }) => site.db.rows(`insert into phase (space_id, phase) select id, 'limited' from space where kind = 'national' on conflict (space_id) do update set phase = 'limited'`));
test.afterEach(({ site }) => site.db.rows('delete from phase'));

test('A14 a book brings a coopain and an invitation, and nothing of the rest stays', async ({ page, people, signIn, mailbox, site, openPage }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const me = await people.member(), known = await people.member(), bound = await people.member(), friend = newAddress(), left = newAddress();
  await site.db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', me.id, bound.id);
  await signIn(page, me);
  await page.goto('/coopains');
  await page.getByRole('link', { name: 'Retrouver mes contacts' }).click();
  await expect(page.getByText('rien n’en est gardé')).toBeVisible();
  await search(page, card('Ma camarade', known.email.toUpperCase()) + card('Vieux coopain', bound.email) + card('Rose des Prés', friend) + card('Personne Gardée', left) + 'BEGIN:VCARD\r\nFN:Sans courriel\r\nEND:VCARD\r\n');
  await expect(page.getByRole('heading', { name: 'Mes contacts', exact: true })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('4 contacts lus, 1 sans courriel');
  await expect(page.getByRole('listitem').filter({ hasText: bound.name })).toContainText('Vous êtes déjà coopains');
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByLabel(known.name).check();
  await page.getByLabel('Rose des Prés').check();
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Ta demande de coopain est partie. Ton invitation est partie.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: known.name }), 'among the requests sent').toBeVisible();
  await mailbox.waitFor(known.email, `${me.name} te demande`);
  const mail = await mailbox.waitFor(friend, `${me.name} t’invite`);
  expect(mail.text).toContain(`${me.name} a donné ton adresse`);
  const words = [left, 'Personne Gardée', 'Rose des Prés', 'Ma camarade'];
  expect(await keptIn(site.db, [friend, ...words]), 'the one who was invited').toEqual(expect.arrayContaining([`friend_invitation: ${friend}`]));
  expect(await keptIn(site.db, words)).toEqual([]);
  for (const word of words) expect(site.server.log()).not.toContain(word);

  // Whoever refuses is not written to again, whoever invites.
  const other = await people.member(), visitor = await openPage();
  await visitor.goto(mail.link(/courriels/));
  await expectNoAxeViolations(visitor);
  await visitor.getByRole('button', { name: 'Ne plus en recevoir' }).click();
  await expect(visitor.getByRole('heading', { name: 'C’est noté.' })).toBeVisible();
  const theirs = await openPage(other);
  await search(theirs, card('Rose des Prés', friend));
  await theirs.getByLabel('Rose des Prés').check();
  await theirs.getByRole('button', { name: 'Envoyer' }).click();
  await expect(theirs.getByText('Ton invitation est partie.')).toBeVisible();
  await expect.poll(() => site.db.value(`select count(*) from mail where kind = 'access.friend' and address = $1 and state = 'queued'`, friend)).toBe(0);
  expect(mailbox.all(friend)).toHaveLength(1);
});

test('A14 somebody hidden and nobody at all make the same page; a book is no way to ask about a list', async ({ people, site }) => {
  const me = await people.member(), open = await people.member();
  const hidden = await people.member({ visibility: 'circle', email: 'camille.hidden@exemple.test' }), unwilling = await people.member({ email: 'camille.refuse@exemple.test' });
  const willing = await sessionCookie(site.db, unwilling.id), own = await formToken(site.baseURL, willing);
  expect((await http(site.baseURL, '/compte/visibilite', { method: 'POST', cookie: own.cookie, body: new URLSearchParams({ csrf: own.csrf, visibility: 'everyone' }).toString() })).status).toBe(303);

  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, me.id));
  const send = (content: string) => http(site.baseURL, '/carnet-d-adresses', { method: 'POST', cookie, headers: { 'content-type': 'multipart/form-data; boundary=limite' },
    body: `--limite\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n--limite\r\nContent-Disposition: form-data; name="file"; filename="contacts.vcf"\r\n\r\n${content}\r\n--limite--\r\n` });
  const looks = [];
  for (const email of ['camille.nobody@exemple.test', hidden.email, unwilling.email]) {
    const { status, body, headers } = await send(card('Camille', email));
    looks.push([status, headers['x-database'], /<main[\s\S]*<\/main>/.exec(body)![0].replaceAll(email, '…').replace(/name="csrf" value="[^"]+"/, '')]);
  }
  expect(looks[1]).toEqual(looks[0]);
  expect(looks[2]).toEqual(looks[0]);
  expect((await send(card('Ouverte', open.email))).body).toContain(open.name);

  const refused = await send('BEGIN:VCARD\0\r\n');
  expect([refused.status, refused.body]).toEqual([422, expect.stringContaining('illisibles')]);
  await site.db.rows(`insert into audit_entry (actor_id, act, detail) values ($1, 'contacts', '4996')`, me.id);
  const late = await send(card('Ouverte', open.email));
  expect([late.status, late.body]).toEqual([422, expect.stringContaining('attends demain')]);
  expect(late.body).not.toContain(open.name);
});
