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
