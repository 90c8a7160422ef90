// Files that are too much, or no membership file: told at once, in words of the secretary's, and nothing is left behind.
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/test';

const MB = 2 ** 20;

test('S07 a file of 200 MB, one that is empty and one that is no table are refused in plain words', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  await signIn(page, await people.secretary(section));
  const folder = await mkdtemp(join(tmpdir(), 'coopol-import-'));
  const huge = join(folder, 'registre.csv'), empty = join(folder, 'vide.csv'), picture = join(folder, 'photo.csv');
  const file = await open(huge, 'w');
  await file.truncate(200 * MB);
  await file.close();
  await writeFile(empty, '');
  await writeFile(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await page.goto(`/sections/${section.id}/gestion/importer`);
  const input = page.locator('input[type=file]');
  await input.setInputFiles(huge);
  await expect(page.getByRole('alert').getByText('Ton fichier pèse plus de 32 Mo.')).toBeVisible();
  expect(await input.inputValue(), 'it is not sent').toBe('');
  for (const [path, words] of [[empty, 'Choisis d’abord un fichier'], [picture, 'n’est pas un tableau']] as const) {
    await input.setInputFiles(path);
    await expect(page.getByText('Ton fichier pèse plus de 32 Mo.')).toBeHidden();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(page.locator('.error').getByText(words).filter({ visible: true })).toBeVisible();
  }
  expect(await site.db.value('select count(*)::int from register_import where section_id = $1', section.id)).toBe(0);
  await rm(folder, { recursive: true });
});

test('S07 what a file will give is told first; refused lines come back as a file, the columns are remembered, and all of it can be undone', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  await signIn(page, await people.secretary(section));
  const known = await site.db.value<number>(`insert into register_entry (section_id, first_name, last_name, email, phone) values ($1, 'Rose', 'Amiel', 'rose@exemple.test', '+33381000000') returning id`, section.id);
  const office = `/sections/${section.id}/gestion`;
  const choose = async (name: string, content: string | Buffer) => {
    await page.goto(`${office}/importer`);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(page.getByText('Voici comment seront lues les premières lignes')).toBeVisible();
  };
  // Titles that no guess can be sure of: the person says which column is which.
  const titles = 'Qui;Quoi;Où écrire;Ville';
  await choose('perso.csv', `${titles}\r\nZoé;Petit;zoe@exemple.test;ST ETIENNE CEDEX 2\r\nPaul;;paul@exemple.test;Nancy\r\nRose;Amiel;rose@exemple.test;Besançon\r\nJean;Martin;;Dole\r\n`);
  await page.locator('[name=column_first_name]').selectOption({ index: 1 });
  await page.locator('[name=column_last_name]').selectOption({ index: 2 });
  await page.getByRole('button', { name: 'Actualiser l’aperçu' }).click();
  const main = page.getByRole('main');
  await expect(main).toContainText(/2\s*lignes prêtes/);
  await expect(main).toContainText(/1\s*à vérifier/);
  await expect(main).toContainText(/1\s*refusée/);
  await expect(page.getByRole('table', { name: 'Lignes refusées ou à vérifier' })).toContainText('Il manque le nom.');
  expect(await site.db.value('select count(*)::int from register_entry where section_id = $1', section.id)).toBe(1);

  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  const refused = page.getByRole('link', { name: 'Télécharger les lignes refusées' });
  await expect(refused).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('Jean')).toHaveCount(0); // the report names lines, not people
  const [download] = await Promise.all([page.waitForEvent('download'), refused.click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const toCorrect = Buffer.concat(chunks).toString('utf8');
  expect(toCorrect).toBe(`\uFEFF${titles};Ce qui ne va pas\r\nPaul;;paul@exemple.test;Nancy;Il manque le nom.\r\n`);
  expect(await site.db.row('select phone, city from register_entry where id = $1', known), 'a blank erases nothing').toEqual({ phone: '+33381000000', city: 'Besançon' });
  expect(await site.db.value(`select city from register_entry where section_id = $1 and first_name = 'Zoé'`, section.id)).toBe('Saint-Etienne');

  await page.getByRole('button', { name: 'Annuler tout l’import' }).click();
  await page.locator('dialog[open]').getByRole('button', { name: /Annuler|Oui|Confirmer/ }).last().click();
  await expect(page.getByText('L’import est annulé.')).toBeVisible();
  expect(await site.db.rows('select first_name, city from register_entry where section_id = $1', section.id)).toEqual([{ first_name: 'Rose', city: null }]);

  await choose('corrige.csv', toCorrect.replace('Paul;;', 'Paul;Durand;'));
  await expect(page.getByText('les colonnes sont rangées comme la dernière fois')).toBeVisible();
  await expect(main).toContainText(/1\s*ligne prête/);
  // Closed and opened again, the page tells how far it has come.
  await page.getByRole('button', { name: 'Importer', exact: true }).click();
  await page.goto('/');
  await page.goto(`${office}/importer`);
  await page.getByRole('link', { name: 'corrige.csv' }).click();
  await expect(main).toContainText(/1\s*nouvelle personne/, { timeout: 15_000 });
});
