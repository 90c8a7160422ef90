// The pictures of docs/mode-d-emploi.md, taken on the demonstration as a person meets these pages, on a phone. A run leaves them in tests/results/manual; those of
// docs/pictures are renewed by COOPOL_PICTURES=docs/pictures script/test -g 'mode d’emploi' browser, when a page has changed for the eye.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Database } from '../support/database';
import { invite, newAddress } from '../support/invitations';
import type { Member, Section } from '../support/people';
import { results, root } from '../support/places';
import { expect, test } from '../support/test';

const folder = process.env.COOPOL_PICTURES ? path.resolve(root, process.env.COOPOL_PICTURES) : `${results}/manual`;
const phone = { width: 390, height: 720 };
const heaviest = 64_000; // octets, of one picture
const taken: string[] = [];

test.use({ viewport: phone, deviceScaleFactor: 1.5, timezoneId: 'Europe/Paris' });
test.describe.configure({ mode: 'serial' });

/** As WebP, which Chromium makes itself: a third of what PNG weighs. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const shot = (await page.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');
  const webp = await page.evaluate(async (png) => {
    const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext('2d')!.drawImage(image, 0, 0);
    const made = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 })).arrayBuffer());
    return btoa(Array.from(made, (octet) => String.fromCharCode(octet)).join(''));
  }, shot);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.webp`, Buffer.from(webp, 'base64'));
  taken.push(`${name}.webp`);
}

/** Opens the page; what is named comes under the eye. */
async function show(page: Page, address: string, name: string, below?: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  if (below) await page.getByText(below, { exact: true }).first().evaluate((words) => words.scrollIntoView({ block: 'start' }));
  await picture(page, name);
}

test.beforeAll(({ site }) => { site.server.run('demo', '--department', '25', '--db', `${root}/db`); });

/** Who the demonstration lets one be. */
const persona = (db: Database, n: number) => db.row<Member>(`select m.id, m.first_name || ' ' || m.last_name as name from account a join member m on m.id = a.member_id where a.email like '%.' || $1::text || '@example.org'`, n);

test('the mode d’emploi shows how one comes in', async ({ page, site, signIn }) => {
  await show(page, '/', 'connexion');
  const section = await site.db.row<Section>(`select s.id, s.name, s.parent_id as "federationId" from member m join space s on s.id = m.section_id where m.id = $1`, (await persona(site.db, 1)).id);
  const { link } = await invite(site, { email: newAddress(), section, role: 'member', firstName: 'Camille', lastName: 'Perrin' });
  await show(page, link, 'invitation');
  await signIn(page, await persona(site.db, 6));
  await show(page, '/compte', 'compte');
  await show(page, '/compte/notifications', 'notifications');
  await show(page, '/compte/visibilite', 'visibilite');
  await show(page, '/compte/donnees?ouvert=public', 'donnees', 'Mes informations publiques');
  await show(page, '/compte/mes-donnees', 'mes-donnees');
});

test('the mode d’emploi shows how one organises', async ({ page, site, signIn }) => {
  const me = await persona(site.db, 6);
  await site.db.rows(`update event_guest set answer = 'yes', answered_at = now() where member_id = $1 and event_id in (select e.id from event e join event_guest g on g.event_id = e.id and g.member_id = $1 where e.starts_at > now() and g.answer is null order by e.starts_at limit 2)`, me.id);
  for (const [n, subject, body] of [[3, 'Congrès fédéral', 'Qui peut covoiturer samedi ?'], [1, 'Porte-à-porte de lundi', 'Rendez-vous devant la boulangerie à 17 h. J’apporte les tracts.']] as const)
    await site.db.rows(`with talk as (insert into thread (creator_id, subject) values ($1, $3) returning id), people as (insert into thread_member (thread_id, member_id) select id, m from talk, unnest(array[$1, $2::bigint]) m)
      insert into message (thread_id, author_id, body) select id, $1, $4 from talk`, (await persona(site.db, n)).id, me.id, subject, body);
  await signIn(page, me);
  await show(page, '/', 'accueil');
  await show(page, '/fil', 'fil');
  await show(page, '/agenda', 'agenda');
  await show(page, '/evenements', 'tous-les-evenements');
  await show(page, `/membres/${me.id}`, 'profil');
  await show(page, '/membres', 'annuaire');
  await show(page, '/coopains', 'coopains');
  await site.db.rows(`insert into phase (space_id, phase) select id, 'limited' from space where kind = 'national' on conflict (space_id) do update set phase = 'limited'`);
  await page.goto('/carnet-d-adresses');
  const known = await site.db.rows<{ email: string }>('select email from account where member_id <> $1 order by email limit 3', me.id);
  const buffer = Buffer.from(['Nom;Courriel', ...known.map(({ email }) => `;${email}`), 'Sacha Roussel;sacha@exemple.test', 'Line Caron;line@exemple.test'].join('\n'));
  await page.getByLabel(/^Ton carnet d’adresses/).setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Chercher' }).click();
  await expect(page.getByRole('heading', { name: 'Mes contacts', exact: true })).toBeVisible();
  await picture(page, 'carnet-d-adresses');
  await show(page, '/messages', 'messages');
  await show(page, '/recherche?q=besan%C3%A7on', 'recherche');
  await show(page, '/pres-de-chez-moi', 'pres-de-chez-moi');
});

test('the mode d’emploi shows how a section is run', async ({ page, site, signIn }) => {
  const secretary = await persona(site.db, 1);
  const section = await site.db.value<number>(`select space_id from membership where member_id = $1 and role = 'secretary'`, secretary.id);
  const office = `/sections/${section}/gestion`;
  await signIn(page, secretary);
  await show(page, `/sections/${section}`, 'section');
  await page.goto(`${office}/importer`);
  const file = ['Prénom;Nom;Courriel;CP;Ville;Portable', 'Camille;Perrin;camille.perrin@exemple.test;1000;BOURG-EN-BRESSE;612345678', 'Sacha;Roussel;sacha@exemple.test;42023;ST ETIENNE CEDEX 2;06.00.00.00.01', 'Line;Caron;;25000;BESANÇON;', ';Martin;jean@exemple.test;25000;BESANÇON;'];
  await page.locator('input[type=file]').setInputFiles({ name: 'membres.csv', mimeType: 'text/csv', buffer: Buffer.from(file.join('\n')) });
  await page.getByRole('button', { name: 'Suivant' }).click();
  const check = page.getByRole('heading', { name: 'Ce que donnera ton fichier' });
  await expect(check).toBeVisible();
  await check.evaluate((words) => words.scrollIntoView({ block: 'start' }));
  await picture(page, 'section-import');
  await show(page, `${office}/invitations`, 'section-invitations', 'Membres à inviter');
  await site.db.rows(`update invitation set refused = 'unknown' where id in (select i.id from invitation i where i.space_id = $1 and i.accepted_at is null order by i.last_name limit 1)`, section);
  await show(page, `${office}/invitations/incomplets`, 'section-incomplets', 'Profils incomplets');
  await page.goto(`${office}/membres`);
  for (const n of [0, 1]) await page.locator('input[name=member]').nth(n).check();
  await picture(page, 'section-membres');
  await show(page, `${office}/courriers/nouveau?a=adherents`, 'section-courrier', 'Courriers');
  await show(page, `${office}/contacts`, 'section-contacts', 'Contacts');
  const zone = await site.db.value<number>(`select id from section_list where section_id = $1 and kind = 'zone' and name = 'Centre'`, section);
  await show(page, `${office}/listes/${zone}`, 'section-zone', 'Rues');
  await show(page, `${office}/chiffres`, 'section-chiffres', 'Qui est là');
});

test('the mode d’emploi shows the party, and the office of a federation', async ({ page, site, signIn }) => {
  const federation = await site.db.value<number>(`select f.id from space f join space n on n.id = f.parent_id and n.kind = 'national' where f.kind = 'federation' and f.department = '25'`);
  await signIn(page, await persona(site.db, 2));
  await page.goto('/parti');
  await page.getByText('25 — Doubs (').click();
  await expect(page.getByRole('link', { name: 'Audincourt', exact: true })).toBeVisible();
  await picture(page, 'parti');
  await page.goto(`/federations/${federation}/gestion/fichier`);
  const file = ['Section;Code postal;Ville;Prénom;Nom;Courriel', 'Maîche;25120;Maîche;Line;Caron;line@exemple.test', 'Baume-les-Dames;25110;Baume-les-Dames;Sacha;Roussel;sacha chez lui', 'Morteau;25500;Morteau;;;'];
  await page.locator('input[type=file]').setInputFiles({ name: 'sections.csv', mimeType: 'text/csv', buffer: Buffer.from(file.join('\n')) });
  await page.getByRole('button', { name: 'Vérifier le fichier' }).click();
  const check = page.getByRole('heading', { name: 'Vérifie avant d’ouvrir' });
  await expect(check).toBeVisible();
  await check.evaluate((words) => words.scrollIntoView({ block: 'start' }));
  await picture(page, 'federation-fichier');
  await show(page, `/federations/${federation}/gestion/activation`, 'federation-activation', 'Toutes');
});

test('the mode d’emploi has each of its pictures, and no other', () => {
  const named = [...readFileSync(`${root}/docs/mode-d-emploi.md`, 'utf8').matchAll(/src="pictures\/([^"]+)"/g)].map(([, name]) => name).sort();
  expect([...taken].sort()).toEqual(named);
  const kept = readdirSync(`${root}/docs/pictures`).sort();
  expect(kept).toEqual(named);
  for (const name of kept) expect(statSync(`${root}/docs/pictures/${name}`).size, name).toBeLessThan(heaviest);
});
