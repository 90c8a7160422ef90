// P05: coopilotes write the charter and the legal notice; a new charter asks each member once.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';

test('P05 a coopilote publishes a new charter; each member reads what changes and agrees before going on, once', async ({ page, openPage, site, people, signIn }) => {
  const coopilote = await people.coopilote(), member = await people.member();
  await signIn(page, coopilote);
  await page.goto('/compte');
  await page.getByRole('link', { name: 'Textes de la maison' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Textes de la maison');
  await page.getByRole('link', { name: 'Modifier', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Charte de la coopol');
  const body = page.getByLabel(/^Le texte/);
  const before = await body.inputValue();
  await body.fill(`${before}\n\n## 7. Le café\n\nOn offre le café <script>alert(1)</script> **à qui vient**.\n`);
  await page.getByLabel('Demander un nouvel accord à chaque membre').check();
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByText('Dis en une phrase ce qui change').first()).toBeVisible();
  await page.getByLabel(/^Ce qui change, en une phrase/).fill('Un mot sur le café.');
  await page.getByRole('button', { name: 'Voir avant de publier' }).click();
  await expect(page.getByRole('heading', { name: 'Aperçu' })).toBeVisible();
  await expect(page.locator('.changes ins')).toHaveCount(2);
  await expect(page.locator('.prose strong', { hasText: 'à qui vient' })).toBeVisible();
  await expect(page.locator('.prose script')).toHaveCount(0);
  await expectNoAxeViolations(page);
  expect(await site.db.value('select count(*) from charter'), 'nothing is published yet').toBe(1);

  // Somebody in the middle of something loses nothing of it, and meets the charter at the next page.
  const reader = await openPage(member);
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, member.id));
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByText('C’est publié. Chaque membre la lira à sa prochaine page.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 }), 'who wrote it has agreed').toHaveText('Charte de la coopol : versions');
  await expect(page.getByText(`Par ${coopilote.firstName} ${coopilote.lastName}`)).toBeVisible();
  await expectNoAxeViolations(page);

  expect((await http(site.baseURL, `/coopains/${coopilote.id}/demande`, { method: 'POST', cookie, body: new URLSearchParams({ csrf }).toString() })).status).toBe(303);
  expect(await site.db.value('select count(*) from bond_request where from_id = $1', member.id)).toBe(1);
  await reader.goto('/coopains');
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('La charte a changé');
  await expect(reader.getByText('Un mot sur le café.')).toBeVisible();
  await expect(reader.locator('.changes ins').first()).toContainText('7. Le café');
  await expectNoAxeViolations(reader);
  await expectNoSidewaysScroll(reader);
  for (const open of ['/charte', '/mentions-legales', '/contact', '/compte/mes-donnees', '/compte/supprimer']) {
    await reader.goto(open);
    await expect(reader.getByRole('heading', { level: 1 }), open).not.toHaveText('La charte a changé');
  }
  await reader.goto('/coopains');
  await reader.getByRole('button', { name: 'J’accepte la charte' }).click();
  await expect(reader).toHaveURL(/\/coopains$/);
  await expect(reader.getByText('Ton accord est enregistré.')).toBeVisible();
  await reader.goto('/membres');
  await expect(reader.getByRole('heading', { level: 1 })).not.toHaveText('La charte a changé');
  expect(await site.db.value('select count(*) from charter_acceptance where member_id = $1 and accepted_at is not null and charter_id = (select max(id) from charter)', member.id)).toBe(1);
});

test('P05 a version that mends a slip asks nobody; two who write at once do not undo each other; whoever arrives reads the current one', async ({ site, people }) => {
  const coopilote = await people.coopilote(), member = await people.member();
  const cookie = await sessionCookie(site.db, coopilote.id), { csrf } = await formToken(site.baseURL, cookie);
  const publish = (text: string, fields: Record<string, string>) => http(site.baseURL, `/coopilote/textes/${text}`, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
  const former = String(await site.db.value('select max(id) from legal_notice'));
  expect((await publish('mentions-legales', { former, body: '## Éditeur\n\n{éditeur}', note: 'Plus court.' })).status).toBe(303);
  const late = await publish('mentions-legales', { former, body: '## Autre', note: '' });
  expect(late.status).toBe(422);
  expect(late.body).toContain('Une autre version vient d’être publiée');
  expect(await site.db.value('select count(*) from legal_notice')).toBe(2);

  const charter = String(await site.db.value('select max(id) from charter'));
  const body = await site.db.value<string>('select body from charter order by id desc limit 1');
  expect((await publish('charte', { former: charter, body: `${body}\n\nUne coquille de moins.`, note: '' })).status).toBe(303);
  const reader = await sessionCookie(site.db, member.id);
  expect((await http(site.baseURL, '/membres', { cookie: reader })).status).toBe(200);
  expect((await http(site.baseURL, '/charte')).body).toContain('Une coquille de moins.');
});
