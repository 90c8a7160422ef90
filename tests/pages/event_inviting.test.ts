// Inviting a whole space, a list, a zone; whoever comes there later; a guest who shares.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { invite, makeEvent } from '../support/events';

test('E04 @live sources are counted together, nobody twice, a zone without a name; whoever joins later is invited by themselves', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  const one = await people.member({ section }), shy = await people.member({ section, visibility: 'secretary' });
  const zone = await site.db.value<number>(`insert into section_list (section_id, kind, name) values ($1, 'zone', 'Centre') returning id`, section.id);
  await site.db.rows('insert into section_list_member (list_id, member_id) values ($1, $2)', zone, one.id);
  const event = await makeEvent(site.db, { by: secretary, title: 'Réunion de rentrée', spaces: [section] });
  await signIn(page, secretary);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/evenements/${event}/invites?de=zone-${zone}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Ajouter des invités' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Centre/ }), 'a zone is a number').toHaveCount(0);
  await page.getByLabel('La zone Centre (1)').check();
  await expect(page.getByRole('status').getByText('1 personne à inviter, sans doublon.')).toBeVisible();
  await page.getByRole('checkbox', { name: new RegExp(`${section.name} \\(2\\)`) }).check();
  await expect(page.getByRole('status').getByText('2 personnes à inviter, sans doublon.')).toBeVisible();
  await page.getByLabel('Inviter aussi celles et ceux qui les rejoindront d’ici là').check();
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByText('2 invitations partent.')).toBeVisible();
  await expect(page.getByText(/^Qui rejoint la section .* et la zone Centre|^Qui rejoint la zone Centre et la section/)).toBeVisible();
  for (const member of [one, shy]) await mailbox.waitFor(member.email, 'Réunion de rentrée');

  const late = await people.member({ section });
  await mailbox.waitFor(late.email, 'Réunion de rentrée');
  expect(mailbox.all(one.email)).toHaveLength(1);
  await page.getByRole('link', { name: 'Ajouter des invités' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Qui rejoint la section' }).getByRole('button', { name: 'Ne plus inviter à l’arrivée' }).click();
  await expect(page.getByText('on n’invite plus à l’arrivée')).toBeVisible();
  const later = await people.member({ section });
  expect(await site.db.value('select count(*) from event_guest where event_id = $1 and member_id = $2', event, later.id)).toBe(0);
});

test('E06 a guest shares an event with the coopains whom it is for, under their own name', async ({ page, people, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), me = await people.member({ section, firstName: 'Inès', lastName: 'Carrel' });
  const friend = await people.member({ section }), away = await people.member();
  for (const other of [friend, away]) await site.db.rows('insert into bond (member_id, coopain_id) values ($1, $2), ($2, $1)', me.id, other.id);
  const event = await makeEvent(site.db, { by: secretary, title: 'Fête de la rose', spaces: [section] });
  const closed = await makeEvent(site.db, { by: secretary });
  await invite(site.db, closed, [[me], [friend]], secretary);
  await signIn(page, me);
  await page.goto(`/evenements/${closed}`);
  await expect(page.getByRole('link', { name: 'Partager' }), 'what is for those invited alone').toHaveCount(0);
  await page.goto(`/evenements/${event}`);
  await page.getByRole('link', { name: 'Partager' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Partager' })).toBeVisible();
  await expect(page.getByText(away.name)).toHaveCount(0);
  await page.getByRole('checkbox', { name: `Choisir ${friend.name}` }).check();
  await expectNoAxeViolations(page);
  await page.getByRole('button', { name: 'Partager' }).click();
  await expect(page.getByText('C’est partagé. Merci')).toBeVisible();
  const mail = await mailbox.waitFor(friend.email, 'Fête de la rose');
  expect(mail.subject).toContain('Inès Carrel t’invite');
  expect(mail.links.filter((link) => link.includes('/reponse/'))).toHaveLength(3);
});
