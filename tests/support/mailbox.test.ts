import { createConnection } from 'node:net';
import { expect, test } from '@playwright/test';
import { Mailbox } from './mailbox';

let mailbox: Mailbox;
test.beforeEach(async () => {
  mailbox = new Mailbox();
  await mailbox.up();
});
test.afterEach(() => mailbox.down());

/** Speaks SMTP by hand; returns the last answer. */
async function send(to: string, subject: string, body = 'Bonjour'): Promise<string> {
  const socket = createConnection(mailbox.port, '127.0.0.1').setEncoding('utf8');
  const answers = socket[Symbol.asyncIterator]();
  const lines = ['EHLO test', 'MAIL FROM:<noreply@exemple.test>', `RCPT TO:<${to}>`, 'DATA',
    `From: La Coopol <noreply@exemple.test>\r\nSubject: ${subject}\r\nList-Unsubscribe:\r\n <https://exemple.test/x>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n.`];
  let answer: string = (await answers.next()).value;
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    answer = (await answers.next()).value;
    if (!/^[23]/.test(answer)) break;
  }
  socket.destroy();
  return answer;
}

test('gives each mail once, the oldest first, to whoever waits', async () => {
  const waiting = mailbox.waitFor('Alix@exemple.test', 'Invitation');
  await send('alix@exemple.test', 'Bienvenue');
  await send('nour@exemple.test', 'Invitation');
  await send('alix@exemple.test', 'Invitation', 'Une : https://exemple.test/invitation/un?x=1 !');
  const first = await waiting;
  expect(first.link(/invitation/)).toBe('https://exemple.test/invitation/un?x=1');
  expect(first.header('List-Unsubscribe')).toBe('<https://exemple.test/x>');
  expect(first.from).toContain('noreply@exemple.test');
  await send('alix@exemple.test', 'Invitation', 'Deux');
  expect((await mailbox.waitFor('alix@exemple.test', /^Invitation$/)).text).toContain('Deux');
  expect(mailbox.all('alix@exemple.test').map((mail) => mail.subject)).toEqual(['Bienvenue', 'Invitation', 'Invitation']);
  expect(mailbox.all()).toHaveLength(4);
});

test('says what came when what was waited for did not', async () => {
  await send('alix@exemple.test', 'Bienvenue');
  await expect(mailbox.waitFor('alix@exemple.test', 'Relance', 100)).rejects.toThrow(/Bienvenue/);
});

test('refuses whom it is told to', async () => {
  mailbox.refuse(/^nour@/, 451, 'Later');
  expect(await send('nour@exemple.test', 'Non')).toMatch(/^451 Later/);
  expect(await send('alix@exemple.test', 'Oui')).toMatch(/^250/);
  expect(mailbox.all()).toHaveLength(1);
  await mailbox.reset();
  expect(await send('nour@exemple.test', 'Oui')).toMatch(/^250/);
});

test('keeps a mail only after its delay', async () => {
  mailbox.slow(300);
  const sending = send('alix@exemple.test', 'Lent');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(mailbox.all()).toHaveLength(0);
  expect(await sending).toMatch(/^250/);
  expect(mailbox.all()).toHaveLength(1);
});

test('is down, then back at the same port', async () => {
  const port = mailbox.port;
  await mailbox.down();
  await expect(send('alix@exemple.test', 'Personne')).rejects.toThrow(/ECONNREFUSED/);
  await mailbox.up();
  expect(mailbox.port).toBe(port);
  expect(await send('alix@exemple.test', 'Revenu')).toMatch(/^250/);
});
