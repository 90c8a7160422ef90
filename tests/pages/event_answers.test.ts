// Answering, from the card, the page and the mail; the page of an event.
import { expect, test } from '../support/test';
import { expectNoAxeViolations, expectNoSidewaysScroll } from '../support/accessibility';
import { answerOf, describeEvent, makeEvent } from '../support/events';
import { http, sessionCookie } from '../support/http';

test('E05 C01 «je participe» on the dashboard enters agenda and télécommande, and moves the gauge in place', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  await makeEvent(site.db, { by: secretary, title: 'Porte-à-porte aux Tilleuls', spaces: [section], goal: 12, guests: [[member]] });
  await signIn(page, member);
  await page.goto('/');
  const card = page.getByRole('article').filter({ hasText: 'Porte-à-porte aux Tilleuls' });
  await expect(card.getByText('1 attendu sur 12')).toBeVisible();
  await card.getByRole('button', { name: 'Je participe', exact: true }).click();
  await expect(card.getByText('2 attendus sur 12')).toBeVisible();
  await expect(card.getByRole('button', { name: 'Je participe', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/\/$/);

  await page.goto('/agenda');
  await expect(page.getByRole('main').getByRole('link', { name: 'Porte-à-porte aux Tilleuls' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: /Porte-à-porte aux Tilleuls/ })).toBeVisible();
  await page.goto('/');
  await expect(card, 'answered: it waits no more').toHaveCount(0);
});

test('E05 «je ne participe pas» makes it leave home and agenda; one may change one’s mind', async ({ page, people, signIn, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Tractage au marché', spaces: [section], guests: [[member]] });
  await signIn(page, member);
  await page.goto('/agenda/invitations');
  const card = page.getByRole('article').filter({ hasText: 'Tractage au marché' });
  await card.getByRole('button', { name: 'Je ne participe pas' }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText('C’est noté, tu ne participes pas.')).toBeVisible();
  for (const path of ['/', '/agenda', '/agenda/invitations']) {
    await page.goto(path);
    await expect(card).toHaveCount(0);
  }
  await page.goto(`/evenements/${event}`);
  await page.getByRole('button', { name: 'Peut-être' }).click();
  await expect(page.getByRole('button', { name: 'Peut-être' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('1 peut-être')).toBeVisible();
  await page.goto('/agenda');
  await expect(card).toHaveCount(1);
});

test('E05 the creator is told once, with all the answers of a quarter of an hour', async ({ people, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  const one = await people.member({ section, firstName: 'Théo' }), other = await people.member({ section, firstName: 'Yasmine' });
  const event = await makeEvent(site.db, { by: secretary, title: 'Réunion de rentrée', spaces: [section], guests: [[one], [other]] });
  for (const [member, answer] of [[one, 'yes'], [other, 'no'], [other, 'maybe']] as const) {
    const cookie = await sessionCookie(site.db, member.id);
    const page = await http(site.baseURL, `/evenements/${event}`, { cookie });
    const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)![1];
    expect((await http(site.baseURL, `/evenements/${event}/reponse`, { method: 'POST', cookie, headers: { origin: site.baseURL }, body: `csrf=${encodeURIComponent(csrf)}&answer=${answer}` })).status).toBe(303);
  }
  // The quarter of an hour is over.
  await site.db.rows(`update mail set run_at = now() where kind = 'events.answer' and subject_id = $1`, event);
  await site.db.rows(`select pg_notify('work', 'mail')`);
  const mail = await mailbox.waitFor(secretary.email, 'Réunion de rentrée');
  expect(mail.text).toContain(`${one.name} participe.`);
  expect(mail.text).toContain(`${other.name} viendra peut-être.`);
  expect(mailbox.all(secretary.email)).toHaveLength(1);
});

test('E04 E05 one click in the mail answers, and another changes one’s mind', async ({ page, people, openPage, signIn, site, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section, firstName: 'Inès' });
  await signIn(page, secretary);
  await describeEvent(page, 'Collage de nuit', 'Collage d’affiches');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('checkbox', { name: `Choisir ${member.name}` }).check();
  await page.getByRole('button', { name: 'Publier et inviter' }).click();
  await expect(page).toHaveURL(/evenements\/\d+$/);
  const event = Number(page.url().match(/(\d+)$/)![1]);
  const mail = await mailbox.waitFor(member.email, 'Collage de nuit');
  const [yes, , no] = mail.links.filter((link) => link.includes('/reponse/'));

  expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  expect(mail.raw.toString()).toMatch(/text\/calendar[^]*method="?REQUEST/i);
  const state = () => site.db.value(`select (select coalesce(max(answer), '-') from event_guest where event_id = $1 and member_id = $2) || (select count(*) from notification_choice where member_id = $2)`, event, member.id);
  const before = await state();
  for (const link of [...mail.links, mail.header('List-Unsubscribe')!.replace(/[<>]/g, '')]) {
    for (const [method, headers] of [['GET', {}], ['HEAD', {}], ['GET', { 'sec-purpose': 'prefetch;prerender' }], ['GET', { 'user-agent': 'GoogleImageProxy' }]] as const) {
      expect((await http(site.baseURL, new URL(link).pathname, { method, headers })).status, `${method} ${link}`).toBeLessThan(400);
    }
  }
  expect(await state(), 'a program that opens every link answers for nobody, and refuses nothing').toBe(before);

  const visitor = await openPage();
  await visitor.goto(yes);
  await expect(visitor.getByRole('heading', { name: 'C’est noté, Inès.' })).toBeVisible();
  expect(await answerOf(site.db, event, member)).toBe('yes');
  await visitor.reload();
  await expect(visitor.getByRole('heading', { name: 'C’est noté, Inès.' })).toBeVisible();
  await visitor.getByLabel('Je viens avec…').selectOption('1 personne');
  await visitor.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(visitor.getByText('Vous venez à 2 à')).toBeVisible();
  await expectNoAxeViolations(visitor);

  await visitor.getByRole('button', { name: 'Peut-être' }).click();
  await expect(visitor.getByText('Tu viendras peut-être')).toBeVisible();
  expect(await answerOf(site.db, event, member)).toBe('maybe');
  await visitor.goto(no);
  await expect(visitor.getByText('Tu ne participes pas')).toBeVisible();
  expect(await answerOf(site.db, event, member)).toBe('no');

  await visitor.getByRole('link', { name: 'Voir l’événement' }).click();
  await expect(visitor, 'the link answers; it signs nobody in').toHaveURL(/retour=/);
});

test('E04 a link that was changed, has expired, or whose event is cancelled says so and does nothing', async ({ page, people, site, signIn, openPage, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  await signIn(page, secretary);
  await describeEvent(page, 'Réunion publique', 'Débat');
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('button', { name: 'Suivant' }).click();
  await page.getByRole('checkbox', { name: `Choisir ${member.name}` }).check();
  await page.getByRole('button', { name: 'Publier et inviter' }).click();
  await expect(page).toHaveURL(/evenements\/\d+$/);
  const event = Number(page.url().match(/(\d+)$/)![1]);
  const link = (await mailbox.waitFor(member.email, 'Réunion publique')).link(/reponse/);
  const path = new URL(link).pathname;
  for (const method of ['GET', 'POST']) expect((await http(site.baseURL, path.slice(0, -3), { method, body: method === 'POST' ? '' : undefined })).status).toBe(404);

  await site.db.rows(`update event set state = 'cancelled' where id = $1`, event);
  const visitor = await openPage();
  expect((await visitor.goto(link))!.status()).toBe(410);
  await expect(visitor.getByRole('heading', { name: 'Cet événement est annulé' })).toBeVisible();
  await site.db.rows(`update event set state = 'published', starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where id = $1`, event);
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { name: 'C’est passé' })).toBeVisible();
  expect((await http(site.baseURL, path, { method: 'POST', body: '' })).status).toBe(410);
  expect(await answerOf(site.db, event, member)).toBeNull();
});

test('E04 refusing invitations takes one click, of the mail program or of the person, and can be undone', async ({ people, site, openPage, signIn, page, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  await signIn(page, secretary);
  const inviteTo = async (title: string) => {
    await describeEvent(page, title, 'Débat');
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await page.getByRole('checkbox', { name: `Choisir ${member.name}` }).check();
    await page.getByRole('button', { name: 'Publier et inviter' }).click();
    await expect(page).toHaveURL(/evenements\/\d+$/);
  };
  await inviteTo('Premier débat');
  const mail = await mailbox.waitFor(member.email, 'Premier débat');
  const link = mail.header('List-Unsubscribe')!.replace(/[<>]/g, '');
  const path = new URL(link).pathname;
  await http(site.baseURL, path);
  expect(await site.db.value('select count(*) from notification_choice where member_id = $1', member.id), 'looking refuses nothing').toBe(0);
  const answer = await http(site.baseURL, path, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
  expect(answer.status).toBe(200);

  await inviteTo('Deuxième débat');
  await expect.poll(() => site.db.value(`select max(state) from mail where member_id = $1 and key like '%invitation' and id = (select max(id) from mail where member_id = $1)`, member.id)).toBe('dropped');
  expect(mailbox.all(member.email)).toHaveLength(1);

  const visitor = await openPage();
  await visitor.goto(link);
  await expectNoAxeViolations(visitor);
  await visitor.getByRole('button', { name: 'Les recevoir à nouveau' }).click();
  await expect(visitor.getByRole('button', { name: 'Ne plus les recevoir' })).toBeVisible();
  await inviteTo('Troisième débat');
  await mailbox.waitFor(member.email, 'Troisième débat');
});

test('E06 the page shows date, place and map, who comes by their circle, and what people say', async ({ page, people, signIn, site, openPage }) => {
  const section = await people.section();
  const secretary = await people.secretary(section, { firstName: 'Rose', lastName: 'Amiel' });
  const coming = await people.member({ section }), shy = await people.member({ visibility: 'secretary' }), member = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Les Tilleuls', spaces: [section], goal: 12, guests: [[coming, 'yes'], [shy, 'yes'], [await people.member({ section })]] });
  await signIn(page, member);
  await page.goto(`/evenements/${event}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Les Tilleuls' })).toBeVisible();
  await expect(page.getByText('Porte-à-porte').first()).toBeVisible();
  await expect(page.getByText('12 rue des Tilleuls').first()).toBeVisible();
  const map = page.getByRole('img', { name: 'Besançon et les villes voisines' });
  await expect(map).toBeVisible();
  await expect(map).toContainText('Dole'); // 45 km to the west
  await expect(page.getByText('3 attendus sur 12')).toBeVisible();
  await expect(page.getByText('pas répondu'), 'who has not answered is the organiser’s to know').toHaveCount(0);
  await page.getByText('Leurs noms').click();
  await expect(page.getByRole('listitem').filter({ hasText: coming.name })).toBeVisible();
  await expect(page.getByText(shy.name)).toHaveCount(0);
  await expect(page.getByText('et 1 autre personne')).toBeVisible();

  await page.getByLabel('Ton commentaire').fill('J’apporte les plans.\n<b>Et le café</b>');
  await page.getByRole('button', { name: 'Commenter' }).click();
  await expect(page.getByText('<b>Et le café</b>')).toBeVisible();
  const organiser = await openPage(secretary);
  await organiser.goto(`/evenements/${event}`);
  await expect(organiser.getByText('J’apporte les plans.')).toBeVisible();
  await expect(organiser.getByRole('button', { name: 'Supprimer' }), 'one deletes one’s own words only').toHaveCount(0);
  await expect(organiser.getByText('1 n’a pas répondu')).toBeVisible();
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('button', { name: 'Oui', exact: true }).click();
  await expect(page.getByText('J’apporte les plans.')).toHaveCount(0);
});

test('E06 an event that is not mine to see is not there', async ({ people, site }) => {
  const section = await people.section();
  const secretary = await people.secretary(section), stranger = await people.member({ section: await people.section() });
  const event = await makeEvent(site.db, { by: secretary, title: 'Secret de section', spaces: [section] });
  const cookie = await sessionCookie(site.db, stranger.id);
  for (const path of ['', '/agenda.ics', '/bilan', '/relance']) expect((await http(site.baseURL, `/evenements/${event}${path}`, { cookie })).status, path).toBe(404);
  for (const path of ['/', '/evenements', '/evenements?q=secret', '/recherche?q=secret']) expect((await http(site.baseURL, path, { cookie })).body).not.toContain('Secret de section');
});

test('E06 the calendar file holds the event, without the link of an online event for those who do not come', async ({ people, site }) => {
  const secretary = await people.member(), stranger = await people.member();
  const event = await makeEvent(site.db, { by: secretary, title: 'Visio, puis apéro', isPublic: true });
  await site.db.rows(`update event set online_url = 'https://visio.exemple.fr/salle' where id = $1`, event);
  const file = async (member: number) => http(site.baseURL, `/evenements/${event}/agenda.ics`, { cookie: await sessionCookie(site.db, member) });
  const own = await file(secretary.id);
  expect(own.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(own.body).toContain('SUMMARY:Visio\\, puis apéro');
  expect(own.body).toContain('https://visio.exemple.fr/salle');
  expect((await file(stranger.id)).body).not.toContain('visio.exemple.fr');
  const page = await http(site.baseURL, `/evenements/${event}`, { cookie: await sessionCookie(site.db, stranger.id) });
  expect(page.body).not.toContain('visio.exemple.fr');
  expect(page.body).toContain('le lien s’affiche quand tu participes');
});

test('E06 the page serves everyone', async ({ page, people, signIn, site }) => {
  test.setTimeout(120_000);
  const section = await people.section();
  const secretary = await people.secretary(section), member = await people.member({ section });
  const event = await makeEvent(site.db, { by: secretary, title: 'Anticonstitutionnellement, un titre qui n’en finit pas de s’étirer sur toute la largeur de la page', spaces: [section], goal: 60, guests: [[member, 'maybe']] });
  await site.db.rows(`insert into event_comment (event_id, author_id, body) values ($1, $2, 'https://exemple.fr/une-adresse-qui-n-en-finit-pas-de-s-etirer-sur-toute-la-largeur-de-la-page-et-au-dela')`, event, secretary.id);
  await signIn(page, secretary);
  await page.goto(`/evenements/${event}`);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  await page.goto('/');
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
});
