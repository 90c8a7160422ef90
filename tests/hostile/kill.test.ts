// The whole program killed with -9 while invitations leave, and started again: each address gets one mail. Killed at every single moment of sending a mail:
// src/core/mail/post_dbtest.cpp.
import { expect, test } from '../support/test';
import { formToken, http, sessionCookie } from '../support/http';

const invited = 60;
const slowness = 30; // milliseconds for each mail, so that the kill falls among them
const deaths = [12, 35]; // mails that have arrived when it dies

test('S05 killed twice while sixty invitations leave, the program loses none and sends none twice', async ({ site, people, mailbox }) => {
  const section = await people.section();
  const secretary = await people.secretary(section);
  await site.db.rows(`insert into register_entry (section_id, first_name, last_name, email) select $1, 'Prénom', 'Nom ' || n, 'invitee.' || n || '@exemple.test' from generate_series(1, $2) as n`, section.id, invited);
  const arrived = () => mailbox.all().filter(({ recipients }) => recipients.some((address) => address.startsWith('invitee.')));
  const mails = (how: string) => site.db.value<number>(`select count(*) from mail where address like 'invitee.%' and state ${how}`);
  mailbox.slow(slowness);
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, secretary.id));
  const send = () => http(site.baseURL, `/sections/${section.id}/gestion/invitations/envoi`, { method: 'POST', cookie, body: new URLSearchParams({ csrf, all: '1' }).toString() });
  expect((await send()).headers.location).toContain('/gestion/invitations/envoi/');

  for (const death of deaths) {
    await expect.poll(() => arrived().length, { timeout: 30_000, intervals: [5] }).toBeGreaterThanOrEqual(death);
    await site.server.kill();
    expect(arrived().length, 'it died among them').toBeLessThan(invited);
    await site.server.start();
    await send(); // the secretary, unsure, asks again
  }

  await expect.poll(() => mails(`= 'queued'`), { timeout: 30_000 }).toBe(0);
  expect(new Set(arrived().map((mail) => mail.header('message-id'))).size, 'different mails').toBe(invited);
  expect(arrived().flatMap(({ recipients }) => recipients).sort(), 'one for each').toEqual(Array.from({ length: invited }, (_, n) => `invitee.${n + 1}@exemple.test`).sort());
  expect(await site.db.row(`select count(*)::int as n, max(sends) as sends from invitation where space_id = $1`, section.id)).toEqual({ n: invited, sends: 1 });
  expect(await mails(`<> 'sent'`)).toBe(0);
});
