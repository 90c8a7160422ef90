// «Gérer sa section» and «S’organiser pour militer», from the referent's invitation to the doors knocked: the main job of La Coopol, as one story. Its titles name
// the rows that it proves on its way; each has its own tests elsewhere for what a story does not meet.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test';
import type { Mailbox } from '../support/mailbox';
import { membershipFile } from '../support/membership_file';

const password = 'trois portes bleues au fond';

/** Buttons that ask first: with script in a dialog, without at once. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  const yes = page.locator('dialog[open]').getByRole('button', { name: /oui|confirmer|^ok$/i });
  if (await yes.isVisible().catch(() => false)) await yes.click();
}

async function comeIn(page: Page, mailbox: Mailbox, address: string): Promise<void> {
  const mail = await mailbox.waitFor(address);
  expect(mail.from).toContain('noreply@');
  await page.goto(mail.link(/\/invitation\//));
  await accept(page);
}

async function accept(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /J’ai lu la charte/ }).check();
  await page.locator('input[name=password]').fill(password);
  await page.getByRole('button', { name: 'Entrer dans la coopol' }).click();
  await page.waitForURL(/\/bienvenue$/);
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('S03 A03 A04 S02 S05 S06 S07 S08 S09 X05 E01 E02 E03 E04 E05 E06 E07 E10 C01 C04: from the first invitation to the doors knocked, and a letter to a zone', async ({ openPage, people, mailbox, site }, testInfo) => {
  test.setTimeout(240_000);
  const withScript = testInfo.project.use.javaScriptEnabled !== false;
  const unique = `${testInfo.project.name}-${testInfo.workerIndex}`.replace(/[^a-z0-9-]/g, '');
  const federation = await people.emptyFederation(); // nobody else's sections stand in the way
  const referent = await openPage(await people.referent(federation));
  const desk = await openPage(); // the secretary's browser
  const address = `secretaire.${unique}@exemple.test`;
  const sectionName = `Les Tilleuls ${unique}`;

  await test.step('S03: the referent opens a section and invites its secretary', async () => {
    await referent.goto(`/federations/${federation}/gestion`);
    await referent.locator('[name=name]').fill(sectionName);
    await referent.getByRole('button', { name: 'Créer la section' }).click();
    await referent.locator('[name=first_name]').fill('Malik');
    await referent.locator('[name=last_name]').fill('Oudin');
    await referent.locator('[name=email]').fill(address);
    await press(referent, 'Envoyer l’invitation');
    await expect(referent.getByText(/invitation/i).first()).toBeVisible();
  });

  await test.step('A03 A04: she reads the charter, chooses a password, comes in', () => comeIn(desk, mailbox, address));

  const section = await site.db.value<number>('select id from space where name = $1', sectionName);
  const office = `/sections/${section}/gestion`;

  await test.step('S02: she configures her section', async () => {
    await desk.goto(`${office}/configuration`);
    await desk.locator('[name=address]').fill('12 rue des Tilleuls');
    await desk.locator('input[name=postcode]').fill('25000');
    await desk.locator('[name=city]').fill('Besançon');
    await desk.getByRole('button', { name: 'Enregistrer et ouvrir la section' }).click();
    await expect(desk.getByText('Ta section est ouverte.')).toBeVisible();
    await desk.goto(`/sections/${section}`);
    await expect(desk.getByText('12 rue des Tilleuls')).toBeVisible();
  });

  const file = membershipFile(unique);
  const importFile = async () => {
    await desk.goto(`${office}/importer`);
    await desk.locator('input[type=file]').setInputFiles({ name: 'fichier-membres.csv', mimeType: 'text/csv', buffer: file.content });
    await press(desk, /Continuer|Suivant|Envoyer/);
    await expect(desk.getByText('Voici comment seront lues les premières lignes')).toBeVisible();
    await desk.getByRole('button', { name: 'Importer', exact: true }).click();
    await expect(async () => {
      if (!withScript) await desk.reload();
      await expect(desk.getByText(/Import terminé|personnes? à inviter|Rien n’a changé|nouvelle/).first()).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  };

  await test.step('S07 S06: she imports the register as Excel saves it, and again without effect', async () => {
    await importFile();
    const counts = async () => site.db.row('select count(*) as all, count(*) filter (where incomplete is null) as ready from register_entry where section_id = $1', section);
    const first = await counts();
    expect(first.all).toBe(file.people);
    expect(first.ready).toBe(file.ready);
    await importFile();
    expect(await counts()).toEqual(first);
    expect(mailbox.all().length).toBe(1); // the secretary's own: an import invites nobody
  });

  await test.step('S05: she completes two profiles, and invites everybody', async () => {
    await desk.goto(`${office}/invitations/incomplets`);
    for (const which of [0, 1]) {
      const field = desk.locator('input[name=email]').first();
      await field.fill(`complete${which}.${unique}@exemple.test`);
      await field.press('Enter');
      await expect(desk.getByText(/enregistr|complet/i).first()).toBeVisible();
      await desk.goto(`${office}/invitations/incomplets`);
    }
    await desk.goto(`${office}/invitations`);
    // A profile completed frees whoever shared its address, if they were two.
    const ready = await site.db.value<number>('select count(*) from register_entry where section_id = $1 and incomplete is null', section);
    expect(ready).toBeGreaterThanOrEqual(file.ready + 2);
    await site.db.rows('update mail_limit set burst = 1000'); // nobody waits here; the pace has a test of its own
    mailbox.refuse(new RegExp(`^(membre7|membre8)\\.${unique}@`), 550, '5.1.1 No such user');
    await press(desk, /Inviter les/);
    await expect.poll(() => mailbox.all().length, { timeout: 60_000 }).toBe(1 + ready - 2);
    expect(new Set(mailbox.all().map((mail) => mail.recipients[0])).size).toBe(1 + ready - 2);
  });

  await test.step('S05: two were refused by the post: they are back among the incomplete, with the reason; one is corrected, and invited', async () => {
    await expect.poll(() => site.db.value<number>('select count(*) from invitation where space_id = $1 and refused is not null', section)).toBe(2);
    await desk.goto(`${office}/invitations/incomplets?nom=${encodeURIComponent(file.names[7])}`);
    const back = desk.getByRole('row').filter({ hasText: 'son fournisseur dit que cette adresse n’existe pas' });
    await expect(back).toHaveCount(2);
    const field = back.first().locator('input[name=email]');
    await field.fill(`retrouvee.${unique}@exemple.test`);
    await field.press('Enter');
    await expect(desk.getByText('passe dans «\u202fMembres à inviter\u202f»')).toBeVisible();
    await desk.goto(`${office}/invitations`);
    await press(desk, 'Inviter cette personne');
    await mailbox.waitFor(`retrouvee.${unique}@exemple.test`);
    await desk.goto(`${office}/invitations/envoyees?nom=${encodeURIComponent(file.names[0])}`);
    for (const gone of ['membre7', 'membre8']) await expect(desk.getByText(`${gone}.${unique}@`)).toHaveCount(0);
  });

  const [first, second, third] = file.addresses;
  await test.step('A03: sent again, the first link says so kindly and is dead', async () => {
    const dead = mailbox.all(first)[0].link(/\/invitation\//);
    await desk.goto(`${office}/invitations/envoyees?nom=${encodeURIComponent(file.names[0])}`);
    await desk.getByRole('checkbox', { name: new RegExp(file.names[0], 'i') }).first().check();
    await press(desk, 'Renvoyer');
    await expect.poll(() => mailbox.all(first).length).toBe(2);
    const visitor = await openPage();
    await visitor.goto(dead);
    await expect(visitor.getByText('Un courriel plus récent t’attend')).toBeVisible();
    await visitor.goto(mailbox.all(first)[1].link(/\/invitation\//));
    await expect(visitor.locator('input[name=password]')).toBeVisible();
  });

  const guests: Page[] = [];
  await test.step('A04 C01 C04: three members come in, land on their dashboard, see the section', async () => {
    for (const one of [first, second, third]) {
      const page = await openPage();
      await page.goto(mailbox.all(one).at(-1)!.link(/\/invitation\//));
      await accept(page);
      await page.goto('/');
      await expect(page.getByRole('heading', { name: 'Les événements de mon réseau' })).toBeVisible();
      guests.push(page);
    }
    await desk.goto(`${office}/invitations/envoyees`);
    await expect(desk.getByText(/3\spersonnes invitées sont déjà entrées/)).toBeVisible();
    await guests[0].getByRole('navigation', { name: 'Télécommande' }).getByRole('link', { name: /section/i }).first().click();
    await expect(guests[0].getByRole('heading', { level: 1 })).toContainText(sectionName);
  });

  let event = '';
  await test.step('E01 E02 E03 E04: a door-to-door mission in three steps', async () => {
    await desk.goto('/evenements/nouveau');
    await desk.getByRole('radio', { name: 'Porte-à-porte' }).check({ force: true });
    await desk.locator('[name=title]').fill('Les Tilleuls, bâtiments A à F');
    await desk.locator('[name=start_date]').fill(day(3));
    await desk.locator('[name=start_time]').fill('10:00');
    await desk.locator('[name=end_date]').fill(day(3));
    await desk.locator('[name=end_time]').fill('12:30');
    await desk.locator('[name=address]').fill('12 rue des Tilleuls');
    await desk.locator('input[name=postcode]').fill('25000');
    await desk.locator('input[name=city]').fill('Besançon');
    await desk.locator('[name=description]').fill('On frappe par deux.');
    await desk.locator('input[name=circle][value=spaces]').check({ force: true }).catch(() => undefined);
    await desk.getByRole('button', { name: 'Suivant' }).click();
    await desk.locator('[name=text]').fill('On compte sur toi, même pour une heure.');
    await desk.locator('[name=goal]').fill('12');
    await desk.getByRole('button', { name: 'Suivant' }).click();
    await expect(desk).toHaveURL(/\/evenements\/\d+\/invites/);
    event = new URL(desk.url()).pathname.match(/\/evenements\/\d+/)![0];
    for (const box of await desk.locator('input[name=member]').all()) await box.check(); // her section comes first
    await press(desk, 'Publier et inviter');
    await expect(desk.getByText(/invitations? part/)).toBeVisible();
    await desk.goto(event);
    await expect(desk.getByRole('heading', { level: 1 })).toContainText('Les Tilleuls');
  });

  const watching = await openPage();
  await test.step('E04 E05: one answers from the mail, another from the dashboard; E06: the gauge moves', async () => {
    const mail = await mailbox.waitFor(first, /Tilleuls/);
    expect(mail.attachments.some((file) => /calendar/.test(file.contentType))).toBe(true);
    expect(mail.text).toContain('On compte sur toi, même pour une heure.');
    await desk.goto(event);
    const gauge = desk.locator('.gauge').first(); // whoever proposes comes
    await expect(gauge).toContainText(/\b1 attendue? sur 12|\b1\s+attendu/);
    await watching.goto(mail.links.find((link) => /\/reponse\//.test(link))!);
    if (!withScript) await watching.getByRole('button', { name: 'Je participe' }).first().click();
    await expect(watching.getByText(/C’est noté/)).toBeVisible();
    if (!withScript) await desk.reload();
    await expect(gauge).toContainText(/\b2\s+attendus sur 12/);
    await guests[1].goto('/');
    await guests[1].getByRole('article').filter({ hasText: 'Les Tilleuls' }).or(guests[1].locator('.event').filter({ hasText: 'Les Tilleuls' })).first().getByRole('button', { name: 'Je participe', exact: true }).click();
    await expect.poll(() => site.db.value('select coming from event where id = $1', event.split('/')[2])).toBe(3);
    if (!withScript) await desk.reload();
    await expect(gauge).toContainText(/\b3\s+attendus sur 12/);
  });

  await test.step('E05: «je ne participe pas» leaves home and agenda', async () => {
    await guests[2].goto(event);
    await guests[2].getByRole('button', { name: 'Je ne participe pas' }).click();
    await expect.poll(() => site.db.value('select declined from event where id = $1', event.split('/')[2])).toBe(1);
    for (const path of ['/', '/agenda']) {
      await guests[2].goto(path);
      await expect(guests[2].getByRole('main').getByText('Les Tilleuls, bâtiments')).toHaveCount(0);
    }
    await guests[1].goto('/agenda');
    await expect(guests[1].getByRole('main').getByText('Les Tilleuls, bâtiments')).not.toHaveCount(0);
  });

  await test.step('E07: a reminder to those who have not answered, and to them only', async () => {
    const silent = await site.db.value<number>(`select count(*) from event_guest where event_id = $1 and answer is null`, event.split('/')[2]);
    const before = mailbox.all().length;
    await desk.goto(`${event}/relance`);
    await desk.locator('[name=audience][value=none]').check({ force: true });
    await desk.locator('[name=text]').fill('Il nous manque du monde.');
    await press(desk, 'Envoyer la relance');
    await expect(desk.getByText(/relance/i).first()).toBeVisible();
    await expect.poll(() => mailbox.all().filter((mail) => mail.text.includes('Il nous manque du monde.')).length).toBe(silent);
    for (const one of [first, second, third]) expect(mailbox.all(one).some((mail) => mail.text.includes('Il nous manque du monde.'))).toBe(false);
    expect(mailbox.all().length).toBeGreaterThanOrEqual(before + silent);
  });

  await test.step('E10: afterwards the report; doors show on profiles and on the section’s page', async () => {
    await site.db.rows(`update event set starts_at = now() - interval '3 hours', ends_at = now() - interval '30 minutes' where id = $1`, event.split('/')[2]);
    await desk.goto(`${event}/bilan`);
    await desk.getByLabel(/frappées/).fill('46');
    await desk.getByLabel(/ouvertes/).fill('20');
    await desk.getByRole('button', { name: 'Enregistrer le bilan' }).click();
    await expect(desk.getByRole('heading', { name: 'Merci !' })).toBeVisible();
    const member = await site.db.value<number>('select member_id from account where email = $1', second);
    await desk.goto(`/membres/${member}`);
    // Shared out among those who came: two guests and whoever proposed it.
    const doors = await site.db.rows<{ doors: number }>('select doors from event_attendance where event_id = $1 order by doors desc', event.split('/')[2]);
    expect(doors.reduce((sum, one) => sum + one.doors, 0)).toBe(46);
    const own = await site.db.value<number>('select doors from event_attendance where event_id = $1 and member_id = $2', event.split('/')[2], member);
    await expect(desk.getByRole('main')).toContainText(new RegExp(`${own}\\s*portes frappées`));
    await desk.goto(`/sections/${section}`);
    await expect(desk.getByRole('main')).toContainText(/46\s*portes/);
  });

  const anna = guests[1];
  await test.step('S08: she puts two members in a list, and changes her mind', async () => {
    await desk.goto(`${office}/listes/creation?type=list`);
    await desk.locator('[name=name]').fill('Tractage');
    await desk.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(desk.getByText('est prête')).toBeVisible();
    const boxes = desk.locator('input[name=member]');
    for (const n of [0, 1]) await boxes.nth(n).check();
    await desk.locator('summary').filter({ hasText: 'Liste' }).click();
    await desk.getByRole('button', { name: 'Tractage' }).click();
    await expect(desk.getByText(/2\spersonnes ajoutées/)).toBeVisible();
    const listed = () => site.db.value<number>(`select count(*) from section_list_member t join section_list l on l.id = t.list_id where l.section_id = $1 and l.kind = 'list'`, section);
    expect(await listed()).toBe(2);
    await desk.getByRole('button', { name: 'Annuler ce changement' }).click();
    await expect(desk.getByText('C’est annulé.')).toBeVisible();
    expect(await listed()).toBe(0);
  });

  let zone = 0;
  await test.step('S09: a zone fills itself by its postcode; somebody is put in charge of it', async () => {
    await desk.goto(`${office}/listes/creation?type=zone`);
    await desk.locator('[name=name]').fill('Bastille sud');
    await desk.locator('[name=postcodes]').fill('25000');
    const manager = await site.db.row<{ id: number; name: string }>(`select m.id, m.first_name || ' ' || m.last_name as name from account a join member m on m.id = a.member_id where a.email = $1`, second);
    await desk.locator('[name=manager_name]').fill(manager.name);
    if (withScript) await desk.getByRole('option', { name: manager.name }).first().click();
    await desk.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(desk).not.toHaveURL(/listes\/creation/);
    zone = await site.db.value<number>(`select id from section_list where section_id = $1 and kind = 'zone'`, section);
    expect(await site.db.value('select manager_id from section_list where id = $1', zone)).toBe(manager.id);
    expect(await site.db.value<number>('select count(*) from section_list_member where list_id = $1', zone)).toBeGreaterThanOrEqual(3);
  });

  await test.step('S09 X05: its manager writes to a number and never sees a name; the mail arrives, but where the post refuses it', async () => {
    mailbox.refuse(new RegExp(`^${third}$`), 550, '5.1.1 No such user');
    await anna.goto(`/zones/${zone}`);
    await expect(anna.getByRole('heading', { name: 'Bastille sud' })).toBeVisible();
    await anna.goto(`/zones/${zone}/courrier`);
    await anna.locator('[name=subject]').fill('Samedi, on tracte');
    await anna.locator('[name=body]').fill('Rendez-vous à 10 h devant la boulangerie.');
    await anna.getByRole('button', { name: 'Voir et envoyer' }).click();
    await press(anna, /^Envoyer à la zone/);
    await expect(anna.getByText('Arrêter l’envoi')).toBeVisible();
    await site.db.rows(`update mail set run_at = now() where state = 'queued' and kind = 'letters.letter'`); // the minute in which it can be called back
    await site.db.rows(`select pg_notify('work', 'mail')`);
    const mail = await mailbox.waitFor(first, 'Samedi, on tracte');
    expect(mail.recipients).toEqual([first]);
    expect(mail.text).toContain('devant la boulangerie');
    await expect.poll(() => site.db.value('select bounced from section_letter where list_id = $1', zone)).toBe(1);
    await anna.reload();
    const names = await site.db.rows<{ name: string }>(`select m.first_name || ' ' || m.last_name as name from section_list_member t join member m on m.id = t.member_id where t.list_id = $1 and m.id not in (select member_id from account where email = $2)`, zone, second);
    const seen = await anna.locator('main').innerHTML();
    for (const { name } of names) expect(seen).not.toContain(name);
    for (const one of [first, third]) expect(seen).not.toContain(one);
    expect(mailbox.all(third).some((one) => one.subject.includes('Samedi, on tracte'))).toBe(false);
  });
});
