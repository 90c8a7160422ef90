// «Tous les membres» and the badge of whoever is found there.
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { expect, test } from '../support/test';

const found = (page: import('@playwright/test').Page) => page.locator('main .people .name').allTextContents();

test('B07 names are found with accents, hyphens and errors of typing, first or last name first', async ({ openPage, people }) => {
  const section = await people.section();
  for (const [firstName, lastName] of [['Jean-François', 'Dupont'], ['Hélène', 'Müller'], ['Anne', 'de Saint-Cyr']]) await people.member({ section, firstName, lastName });
  const page = await openPage(await people.member({ section }));
  for (const [words, name] of [['dupon', 'Jean-François Dupont'], ['jean-francois', 'Jean-François Dupont'], ['jean francois dupont', 'Jean-François Dupont'], ['DUPONT Jean', 'Jean-François Dupont'],
    ['dupond', 'Jean-François Dupont'], ['duponf jean-francois', 'Jean-François Dupont'], ['müller', 'Hélène Müller'], ['muller helene', 'Hélène Müller'], ['saint cyr', 'Anne de Saint-Cyr']]) {
    await page.goto(`/membres?q=${encodeURIComponent(words)}&section=${section.id}`);
    expect(await found(page), words).toEqual([name]);
  }
});

for (const width of [390, 1280]) {
  test(`B07 federation, section, interest and words narrow together, and pages keep them (${width} px)`, async ({ openPage, people, site }) => {
    const federationId = await people.emptyFederation();
    const section = await people.section({ federationId }), beside = await people.section({ federationId });
    const make = (count: number, where: { id: number }, first: string, interest?: string) => site.db.rows(`
      with made as (insert into member (first_name, last_name) select $1, 'Martin' || translate(n::text, '0123456789', 'abcdefghij') from generate_series(1, $2::integer) n returning id),
      tied as (insert into membership (space_id, member_id, kind) select $3, id, 'adherent' from made)
      insert into member_interest (member_id, interest) select id, $4::text from made where $4::text is not null`, first, count, where.id, interest ?? null);
    await make(45, section, 'Lucie', 'culture');
    await make(3, section, 'Lucie', 'sante');
    await make(2, beside, 'Lucie', 'culture');
    const page = await openPage(await people.member());
    await page.setViewportSize({ width, height: 844 });
    await page.goto('/membres');
    await page.locator('summary', { hasText: 'Affiner la recherche' }).click();
    const federation = await site.db.value<string>('select name from space where id = $1', federationId);
    await page.getByLabel('Fédération').selectOption(federation);
    await page.getByLabel('Centre d’intérêt').selectOption('Culture');
    await page.getByRole('button', { name: 'Filtrer' }).click();
    await page.getByLabel('Section', { exact: true }).selectOption(section.name);
    await page.getByRole('searchbox', { name: 'Un prénom, un nom' }).fill('martin lucie');
    await page.getByRole('button', { name: 'Chercher' }).click();
    await expect(page.getByRole('link', { name: /suivant/i })).toHaveAttribute('href', /martin/); // the new page is there
    const seen = await found(page);
    expect(seen).toHaveLength(40);
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole('link', { name: /suivant/i }).click();
    await expect(page.locator('main .people .name')).toHaveCount(5);
    seen.push(...await found(page));
    expect(new Set(seen).size).toBe(45);
    await expect(page.getByRole('searchbox', { name: 'Un prénom, un nom' })).toHaveValue('martin lucie');
    await expect(page.getByLabel('Centre d’intérêt')).toHaveValue('culture');
    await page.getByRole('link', { name: 'Tout montrer' }).click();
    await expect(page).toHaveURL(/\/membres$/);
  });

  test(`B01 B02 B03 a profile shows what the person says of themself, and what they did, and no coordinates (${width} px)`, async ({ openPage, people, site }) => {
    const section = await people.section();
    const person = await people.member({ firstName: 'Victor', lastName: 'Martin', section, kind: 'adherent' });
    await site.db.rows(`update member set city = 'Chartres' where id = $1`, person.id);
    await site.db.rows(`insert into member_profile values ($1, 'professeur des écoles', 'la voile', 'https://victor.example', 'https://facebook.com/victor', 'https://twitter.com/victor', '01-02')`, person.id);
    await site.db.rows(`insert into member_interest (member_id, interest) values ($1, 'logement'), ($1, 'sante')`, person.id);
    await site.db.rows(`insert into member_contact (member_id, phone, address, birth_date) values ($1, '+33267845984', '2 rue du Moulin', '1978-01-02')`, person.id);
    const friend = await people.member();
    await site.db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', person.id, friend.id);
    await site.db.rows('update member set recruited_by = $1 where id = $2', person.id, friend.id);
    const page = await openPage(await people.member());
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/membres/${person.id}`);
    const main = page.locator('main');
    for (const words of ['Adhérent·e', section.name, '2\u00a0janv.', 'Chartres, France', 'professeur des écoles', 'la voile', 'Logement', 'Santé']) await expect(main.getByText(words).first()).toBeVisible();
    for (const [name, address] of [['Son site', 'https://victor.example'], ['Son Facebook', 'https://facebook.com/victor'], ['Son Twitter', 'https://twitter.com/victor']])
      await expect(page.getByRole('link', { name })).toHaveAttribute('href', address);
    const figures = (await main.locator('.stats li').allTextContents()).map((text) => text.trim());
    expect(figures).toEqual(['1 coopain', '0 groupe', '0 mission', '0 réunion', '0 événement créé', '0 groupe créé', '1 membre recruté', '0 porte frappée']);
    expect(await page.content()).not.toMatch(/1978|rue du Moulin|67.?84.?59|membre\.\d+@/);
    await expect(page.getByRole('heading', { name: 'Ses coopains' })).toBeVisible();
    await expect(main.locator('.people').getByRole('link', { name: friend.name })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Lui écrire un message' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Ajouter' })).toBeVisible();
    await expectNoAxeViolations(page);
    await expectNoSidewaysScroll(page);
  });
}
