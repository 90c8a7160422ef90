// A12: the archive of my data, and what is left once I am erased. On a telephone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { http, sessionCookie } from '../support/http';
import { addKey } from '../support/second_factor';
import { expect, test } from '../support/test';

test.use({ viewport: { width: 390, height: 844 } });

test('A12 I ask for my data, a mail leads me to one file, which opens without a server', async ({ openPage, people, site, mailbox }) => {
  const section = await people.section();
  const me = await people.member({ section, firstName: 'Wilhelmine', lastName: 'Ouvrard' }), friend = await people.member({ section, firstName: 'Malik', lastName: 'Haddad' });
  await site.db.rows(`with talk as (insert into thread (creator_id, subject) values ($1, 'Samedi <matin>') returning id),
      both_of_us as (insert into thread_member (thread_id, member_id) select id, unnest(array[$1, $2]::bigint[]) from talk)
    insert into message (thread_id, author_id, body) select id, $1, 'Tu apportes les tracts ?' from talk union all select id, $2, 'Oui, et le café.' from talk`, me.id, friend.id);
  await site.db.rows(`insert into activity (kind, member_id, body) select 'status', $1, 'Un mot, ' || n from generate_series(1, 450) n`, me.id);
  const page = await openPage(me);
  await page.goto('/compte');
  await page.getByRole('link', { name: 'Récupérer, supprimer' }).click();
  await expect(page.getByRole('heading', { name: 'Récupérer mes données' })).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Préparer mon archive' }).click();
  const mail = await mailbox.waitFor(me.email, 'archive');
  await page.goto(mail.link(/mes-donnees/));
  await expect(page.getByText('Ton archive est prête')).toBeVisible();
  await expect(page.getByRole('button', { name: /archive|nouvelle/ }), 'one a day').toHaveCount(0);
  await expectNoAxeViolations(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Télécharger/ }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^mes-donnees-\d{4}-\d{2}-\d{2}\.zip$/);

  const folder = mkdtempSync(path.join(tmpdir(), 'coopol-archive-')), file = path.join(folder, 'archive.zip');
  await download.saveAs(file);
  execFileSync('unzip', ['-q', file, '-d', folder]);
  const json = (name: string) => JSON.parse(readFileSync(path.join(folder, 'donnees', `${name}.json`), 'utf8')) as Record<string, unknown>[];
  for (const name of readdirSync(path.join(folder, 'donnees'))) json(name.replace('.json', ''));
  expect(json('profil')[0]).toMatchObject({ 'Prénom': 'Wilhelmine', 'Adresse électronique': me.email });
  expect(json('messages').map(({ De, Texte }) => `${De} : ${Texte}`)).toEqual(['Moi : Tu apportes les tracts ?', 'Malik Haddad : Oui, et le café.']);
  expect(json('mur')).toHaveLength(451); // and that they joined their section

  await page.goto(pathToFileURL(path.join(folder, 'index.html')).href);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Les données de Wilhelmine Ouvrard');
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Mes messages' }).click();
  await expect(page.getByRole('heading', { name: 'Samedi <matin>' })).toBeVisible();
  await expect(page.getByText('Oui, et le café.')).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Toutes mes données' }).click();
  await page.getByRole('link', { name: 'Mon mur' }).click();
  await expect(page.getByText('Un mot, 2', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'La suite' }).click();
  await expect(page.getByText('Un mot, 449', { exact: true })).toBeVisible();

  const stranger = await http(site.baseURL, '/compte/mes-donnees/archive.zip', { cookie: await sessionCookie(site.db, friend.id) });
  expect(stranger.status, 'theirs alone').toBe(303);
});

test('A12 once the time is over I am erased, told so, and others read «Membre parti»', async ({ openPage, people, site, mailbox }) => {
  const section = await people.section();
  const me = await people.member({ section, firstName: 'Wilhelmine', lastName: 'Ouvrard' }), friend = await people.member({ section, firstName: 'Malik', lastName: 'Haddad' });
  const talk = await site.db.value<number>(`with talk as (insert into thread (creator_id, subject) values ($1, 'Samedi') returning id),
      both_of_us as (insert into thread_member (thread_id, member_id) select id, unnest(array[$1, $2]::bigint[]) from talk),
      said as (insert into message (thread_id, author_id, body) select id, $1, 'À samedi, Wilhelmine' from talk union all select id, $2, 'Entendu.' from talk)
    select id from talk`, me.id, friend.id);
  const meeting = await site.db.value<number>(`insert into event (creator_id, kind, state, title, is_public, starts_at, ends_at, published_at, city)
    values ($1, 'debate', 'published', 'Parlons logement', true, now() + interval '3 days', now() + interval '74 hours', now(), 'Besançon') returning id`, me.id);
  await site.db.rows(`insert into event_guest (event_id, member_id, answer, answered_at) values ($1, $2, 'yes', now())`, meeting, friend.id);
  const page = await openPage(me);
  await page.goto('/compte/supprimer');
  await expect(page.getByText('1 événement à venir')).toBeVisible();
  await page.getByLabel(/^Ton mot de passe/).fill(me.password);
  await page.getByLabel(/écris le mot/).fill('supprimer');
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click();
  await expect(page.getByText('Ton compte est fermé.').first()).toBeVisible();
  expect((await mailbox.waitFor(friend.email, 'Annulé')).text).toContain('n’est plus là');

  await site.db.rows(`update member set leaves_at = now() - interval '1 second' where id = $1`, me.id);
  await site.db.rows(`select enqueue_job('own_data.erase', 'test ' || $1::bigint, '{}', null)`, me.id);
  expect((await mailbox.waitFor(me.email, 'est effacé')).text).toContain('Au revoir Wilhelmine');
  await expect.poll(() => site.db.value('select count(*)::int from mail where address = $1', me.email), 'the address is forgotten').toBe(0);
  expect(await site.db.value('select count(*)::int from member where id = $1', me.id)).toBe(0);

  const theirs = await openPage(friend);
  await theirs.goto(`/messages/${talk}`);
  await expect(theirs.getByText('Membre parti').first()).toBeVisible();
  await expect(theirs.getByText('À samedi, […]')).toBeVisible();
  await expect(theirs.getByText('Entendu.')).toBeVisible();
  await theirs.goto('/messages');
  await expect(theirs.getByText('Membre parti')).toBeVisible();
  await theirs.goto(`/evenements/${meeting}`);
  await expect(theirs.getByText('Parlons logement').first()).toBeVisible();
  await expect(theirs.getByText('Wilhelmine')).toHaveCount(0);
});

test('A12 A07 whoever has a passkey leaves with it, and not with a password alone', async ({ openPage, people, site }) => {
  const me = await people.member();
  const page = await openPage(me);
  await addKey(page, me);
  await site.db.rows('delete from recovery_code where member_id = $1', me.id); // the key alone
  await page.goto('/compte/supprimer');
  const fill = async () => {
    await page.getByLabel(/^Ton mot de passe/).fill(me.password);
    await page.getByLabel(/écris le mot/).fill('supprimer');
  };
  await fill();
  await page.getByRole('button', { name: 'Supprimer mon compte' }).click();
  await expect(page.getByRole('alert').or(page.locator('.error, .notice')).first()).toBeVisible();
  expect(await site.db.value('select leaves_at from member where id = $1', me.id)).toBeNull();
  await fill();
  await page.getByRole('button', { name: 'Supprimer avec ma clé d’accès' }).click();
  await expect(page.getByText('Ton compte est fermé.').first()).toBeVisible();
  expect(await site.db.value('select leaves_at is not null from member where id = $1', me.id)).toBe(true);
});
