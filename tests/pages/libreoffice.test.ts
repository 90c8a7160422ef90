// Files that LibreOffice has really made, as people make them: a list typed or opened in Calc, saved under another name.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { formToken, http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

const run = promisify(execFile);

const list = [
  ['N° adhérent', 'Date adhésion', 'Civilité', 'Prénom', 'Nom', 'Né(e) le', 'E-mail', 'Téléphone', 'Portable', 'Adresse', 'CP', 'Ville'],
  ['1001', '12/03/2019', 'Mme', 'Zoé', 'D’ALMEIDA', '07/11/1961', 'zoe@exemple.test', '03 81 00 00 01', '0612345678', '3, rue de l’Église\nBât. "B"', '01000', 'BOURG-EN-BRESSE'],
  ['1002', '2020-01-31', 'M.', 'François', 'Noël', '29/02/1960', 'francois@exemple.test', '+33 (0)3 81 00 00 02', '06.12.34.56.79', '1 place d’Œuvre ; au fond', '42023', 'ST ETIENNE CEDEX 2'],
  ['1003', '', 'M', 'Élie', 'Hoarau', '', 'elie@exemple.test', '', '0692 12 34 56', '', '97400', 'SAINT-DENIS'],
  ['1001', '12/03/2019', 'Mme', 'Zoé', 'd’Almeida', '07/11/1961', 'zoe@exemple.test', '', '', '', '', ''],
];
const people = [
  { number: '1001', joined: '2019-03-12', sex: 'f', name: 'Zoé d’Almeida', born: '1961-11-07', email: 'zoe@exemple.test', phone: '+33381000001', mobile: '+33612345678', address: '3, rue de l’Église\nBât. "B"', postcode: '01000', city: 'Bourg-En-Bresse' },
  { number: '1002', joined: '2020-01-31', sex: 'm', name: 'François Noël', born: '1960-02-29', email: 'francois@exemple.test', phone: '+33381000002', mobile: '+33612345679', address: '1 place d’Œuvre ; au fond', postcode: '42023', city: 'Saint-Etienne' },
  { number: '1003', joined: null, sex: 'm', name: 'Élie Hoarau', born: null, email: 'elie@exemple.test', phone: null, mobile: '+262692123456', address: null, postcode: '97400', city: 'Saint-Denis' },
];

// Separator, quotes, encoding (76: UTF-8, 1: Windows-1252), first row, formats, language, quote all text, as shown.
const text = (separator: number, encoding: number) => `csv:Text - txt - csv (StarCalc):${separator},34,${encoding},1,,0,false,true`;
const ways: Record<string, string> = { 'UTF-8, commas': text(44, 76), 'Windows-1252, semicolons': text(59, 1), '.xlsx': 'xlsx' };

test('S07 a list saved by LibreOffice as .csv in each way, and as .xlsx, is read right', async ({ site, people: made }) => {
  test.setTimeout(120_000);
  const folder = await mkdtemp(path.join(tmpdir(), 'coopol-calc-'));
  const source = path.join(folder, 'membres.csv');
  await writeFile(source, list.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'));
  // A French LibreOffice, which recognises numbers when it opens a .csv: dates become days, codes and telephones lose their 0, as in Excel.
  await mkdir(path.join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), `<?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>fr-FR</value></prop></item></oor:items>`);
  const calc = (to: string, from: string, ...more: string[]) =>
    run('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', ...more, '--convert-to', to, '--outdir', path.join(folder, 'made'), from]);
  await calc('ods', source, '--infilter=CSV:44,34,76,1,,1036,false,true');
  for (const [way, filter] of Object.entries(ways)) {
    const section = await made.section();
    const cookie = await sessionCookie(site.db, (await made.secretary(section)).id);
    await calc(filter, path.join(folder, 'made', 'membres.ods'));
    const content = await readFile(path.join(folder, 'made', filter === 'xlsx' ? 'membres.xlsx' : 'membres.csv'));
    const token = await formToken(site.baseURL, cookie);
    const body = Buffer.concat([Buffer.from(`--x\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${token.csrf}\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="membres"\r\n\r\n`), content, Buffer.from('\r\n--x--\r\n')]);
    const importer = `/sections/${section.id}/gestion/importer`;
    const sent = await http(site.baseURL, importer, { method: 'POST', cookie: token.cookie, body, headers: { 'content-type': 'multipart/form-data; boundary=x' } });
    expect(sent.status, way).toBe(303);
    const address = String(sent.headers.location), which = address.split('/').at(-1);
    const state = () => site.db.value<string>('select state from register_import where id = $1', which);
    await expect.poll(state, { timeout: 20_000 }).toBe('matching');
    // As the page proposes it, without a correction.
    const page = (await http(site.baseURL, address, { cookie: token.cookie })).body;
    const form = new URLSearchParams({ csrf: token.csrf, titles: '1', skip: '1', act: 'import' });
    for (const [, name, options] of page.matchAll(/<select[^>]*name="(column_[a-z_]+)"[^>]*>([\s\S]*?)<\/select>/g)) form.set(name, /<option value="(\d+)" selected/.exec(options)?.[1] ?? '');
    await http(site.baseURL, address, { method: 'POST', cookie: token.cookie, body: form.toString() });
    await expect.poll(state, { timeout: 20_000 }).toBe('done');
    expect(await site.db.rows(`select register_number as number, joined_on::text as joined, sex, first_name || ' ' || last_name as name, birth_date::text as born, email, phone, mobile, address, postcode, city
      from register_entry where section_id = $1 order by register_number`, section.id), way).toEqual(people);
  }
  await rm(folder, { recursive: true });
});
