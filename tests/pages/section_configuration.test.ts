// What a section says of itself, as its secretary fills it in.
import type { Page } from '@playwright/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { formToken, http, sessionCookie } from '../support/http';
import { painted, photo } from '../support/photos';
import { expect, test } from '../support/test';

const typed = {
  name: 'Les Tilleuls', address: '12 rue des Tilleuls', complement: 'Fond de cour', postcode: '25000', city: 'Besançon', country: 'France', phone: '03 81 00 11 22',
  treasurer: 'Yann Quéméner', bureau: 'Soizic Péron\nJoël Haddad', website: 'https://tilleuls.example', facebook: 'https://facebook.com/tilleuls', twitter: 'https://twitter.com/tilleuls',
};

async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name=${name}]`).fill(value);
}

async function expectFilled(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await expect(page.locator(`main [name=${name}]`)).toHaveValue(value);
}

const save = (page: Page) => page.getByRole('button', { name: /^Enregistrer/ }).click();
const file = (page: Page) => page.getByLabel('Image de la section');
const picture = (page: Page) => page.locator('main img.picture');

for (const width of [390, 1280]) {
  test(`S02 S01 at first entry: all that a section says of itself, with its picture, on its page (${width} px)`, async ({ page, people, site, signIn }) => {
    await page.setViewportSize({ width, height: 844 });
    const section = await people.section({ activated: false });
    await signIn(page, await people.secretary(section));
    const configuration = `/sections/${section.id}/gestion/configuration`;
    await page.goto(configuration);
    await expect(picture(page)).toHaveCount(0);
    await fill(page, typed);
    await file(page).setInputFiles(await photo(page, 'red'));
    await save(page);
    await expect(page.getByText('Ta section est ouverte.')).toBeVisible();

    await page.goto(`/sections/${section.id}`);
    expect(await painted(picture(page))).toEqual({ colour: 'red', width: 450, height: 338 });
    for (const words of ['Section Les Tilleuls', '12 rue des Tilleuls', 'Fond de cour', 'Besançon', '03 81 00 11 22', 'Yann Quéméner', 'Soizic Péron, Joël Haddad'])
      await expect(page.locator('main').getByText(words).first()).toBeVisible();
    for (const [name, address] of [['Site web', typed.website], ['Facebook', typed.facebook], ['Twitter', typed.twitter]])
      await expect(page.getByRole('link', { name })).toHaveAttribute('href', address);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);

    await page.goto(configuration);
    await expectFilled(page, typed);
    expect((await painted(picture(page))).colour).toBe('red');
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    expect(await site.db.value('select count(*)::int from picture where id = (select picture_id from section_profile where space_id = $1)', section.id)).toBe(1);
  });
}

test('S02 later: everything changed, the picture replaced and then removed; those before are gone', async ({ page, people, site, signIn }) => {
  const section = await people.section();
  await signIn(page, await people.secretary(section));
  const configuration = `/sections/${section.id}/gestion/configuration`;
  const kept = () => site.db.value<number>('select count(*)::int from picture where id >= $1', first);
  await page.goto(configuration);
  await fill(page, typed);
  await file(page).setInputFiles(await photo(page, 'red'));
  await save(page);
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  const first = await site.db.value<number>('select picture_id from section_profile where space_id = $1', section.id);

  await page.goto(configuration);
  await fill(page, { name: 'Les Chênes', phone: '03 81 99 88 77', treasurer: 'Côme Abgrall', bureau: 'Nour Faivre', website: 'chenes.example', twitter: '@chenes' });
  await save(page);
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await expectFilled(page, { ...typed, name: 'Les Chênes', phone: '03 81 99 88 77', treasurer: 'Côme Abgrall', bureau: 'Nour Faivre', website: 'https://chenes.example', twitter: 'https://twitter.com/chenes' });
  expect((await painted(picture(page))).colour, 'kept while no other is chosen').toBe('red');

  await page.goto(configuration);
  await file(page).setInputFiles(await photo(page, 'blue', 300, 600));
  await save(page);
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await page.goto(`/sections/${section.id}`);
  expect(await painted(picture(page))).toEqual({ colour: 'blue', width: 225, height: 450 });
  expect(await kept()).toBe(1);

  await page.goto(configuration);
  await page.getByRole('checkbox', { name: 'Enlever l’image' }).check();
  await save(page);
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  await expect(picture(page)).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: 'Enlever l’image' })).toHaveCount(0);
  await page.goto(`/sections/${section.id}`);
  await expect(picture(page)).toHaveCount(0);
  expect(await kept()).toBe(0);
});

test('S02 what is wrong is told at its field, and all else stays as typed', async ({ page, people, site, signIn }) => {
  const section = await people.section();
  await signIn(page, await people.secretary(section));
  await page.goto(`/sections/${section.id}/gestion/configuration`);
  await fill(page, { ...typed, name: '', postcode: '25', phone: 'le soir', website: 'pas un site' });
  await file(page).setInputFiles(await photo(page, 'red'));
  await save(page);
  for (const [label, words] of [['Nom de la section', /Donne un nom à la section/], ['Code postal', /Un code postal a cinq chiffres/], ['Téléphone', /Écris le numéro en chiffres/],
    ['Site web', /Recopie l’adresse entière/], ['Image de la section', /Choisis ton image une nouvelle fois/]] as const)
    await expect(page.getByLabel(label, { exact: label === 'Code postal' }), label).toHaveAccessibleDescription(words);
  await expectFilled(page, { ...typed, name: '', postcode: '25', phone: 'le soir', website: 'pas un site' });
  await expectNoAxeViolations(page);

  await fill(page, typed);
  for (const [name, buffer, words] of [
    ['notes.jpg', Buffer.from('rien d’une photo'), /n’a pas pu être lue.*JPEG, PNG, WebP ou HEIC/],
    ['dessin.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /n’a pas pu être lue/],
    ['coupée.jpg', (await photo(page, 'blue')).buffer.subarray(0, 700), /n’a pas pu être lue/],
  ] as const) {
    await file(page).setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await save(page);
    await expect(file(page)).toHaveAccessibleDescription(words);
    await expectFilled(page, typed);
  }
  await file(page).setInputFiles({ name: 'lourde.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(9 * 1024 * 1024, 'x') });
  await expect(page.getByRole('alert').getByText(/pèse plus de 8 Mo/)).toBeVisible();
  expect(await file(page).inputValue(), 'it is not sent').toBe('');
  expect(await site.db.value('select picture_id from section_profile where space_id = $1', section.id)).toBeNull();
  await file(page).setInputFiles(await photo(page, 'blue'));
  await save(page);
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  expect((await painted(picture(page))).colour).toBe('blue');
});

test('S02 a section’s picture is for members, kept by their browser, and says nothing of another', async ({ page, people, site, signIn }) => {
  const section = await people.section(), stranger = await people.member();
  await signIn(page, await people.secretary(section));
  await page.goto(`/sections/${section.id}/gestion/configuration`);
  await file(page).setInputFiles(await photo(page, 'red'));
  await save(page);
  await expect(page.getByText('C’est enregistré.')).toBeVisible();
  const address = (await picture(page).getAttribute('src'))!;
  const cookie = await sessionCookie(site.db, stranger.id);
  const answer = await http(site.baseURL, address, { cookie });
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'private, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
  expect((await http(site.baseURL, address, { cookie, headers: { 'if-none-match': String(answer.headers.etag) } })).status).toBe(304);
  expect((await http(site.baseURL, address)).status, 'a visitor signs in first').toBe(303);
  for (const none of ['/images/999999999', '/images/rien']) expect((await http(site.baseURL, none, { cookie })).status).toBe(404);
});

test('S02 whoever does not run the section changes nothing of its picture', async ({ people, site }) => {
  const section = await people.section(), member = await people.member({ section });
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, member.id));
  const body = `--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nÀ moi\r\n--x\r\n`
    + 'Content-Disposition: form-data; name="picture"; filename="a.gif"\r\n\r\nGIF89a\r\n--x--\r\n';
  const answer = await http(site.baseURL, `/sections/${section.id}/gestion/configuration`,
    { method: 'POST', cookie, body, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
  expect(answer.status).toBe(403);
  expect(await site.db.value('select name from space where id = $1', section.id)).toBe(section.name);
});
