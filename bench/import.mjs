// The import of 100,000 lines by a section, through the site as a secretary would, against \copy of the same file into a bare table: what the machine can do at best.
import { execFileSync, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const lines = 100_000;
const firstNames = ['Anaïs', 'Benoît', 'Chloé', 'Élise', 'François', 'Hélène', 'Jérôme', 'Karim', 'Léa', 'Mathieu'];
const lastNames = ['Abadie', 'Béranger', 'Carré', 'Delmas', 'Fontaine', 'Gérard', 'Hébert', 'Jourdan', 'Lemaître', 'Noël', 'Régnier', 'Thévenet'];
const titles = 'N° adhérent;Date adhésion;Civilité;Prénom;NOM;Né(e) le;E-mail;Tél. fixe;Mobile;Adresse postale;CP;Commune';

function membershipFile(folder) {
  const file = join(folder, 'register.csv');
  const text = [titles];
  for (let i = 0; i < lines; ++i) {
    const two = String(i % 100).padStart(2, '0');
    text.push([`B${i}`, '12/03/2019', i % 2 ? 'M.' : 'Mme', `${firstNames[i % 10]}-${i % 97}`, `${lastNames[i % 12]} ${i}`, `0${1 + (i % 9)}/11/19${60 + (i % 40)}`, `n${i}@banc.exemple.test`, '',
      `06 ${two} ${String(Math.floor(i / 100) % 100).padStart(2, '0')} ${String(Math.floor(i / 10_000)).padStart(2, '0')} 12`, `${1 + (i % 80)} rue de l’Église`, '25000', 'BESANÇON'].join(';'));
  }
  writeFileSync(file, text.join('\r\n') + '\r\n');
  return { file, content: text.join('\r\n') + '\r\n' };
}

function copy(file) {
  const columns = titles.split(';').map((_, n) => `c${n} text`).join(', ');
  const out = execFileSync('psql', ['-X', '-q', process.env.COOPOL_OWNER_DATABASE_URL, '-c', `create table bare_copy (${columns})`, '-c', '\\timing on',
    '-c', `\\copy bare_copy from '${file}' with (format csv, delimiter ';', header)`, '-c', '\\timing off', '-c', 'drop table bare_copy'], { encoding: 'utf8' });
  return Number(/Time: ([\d.,]+) ms/.exec(out)[1].replace(',', '.')) / 1000;
}

// What a browser would send of the form as it stands: hidden fields, and of each list the choice that is proposed.
function filledIn(html) {
  const body = new URLSearchParams();
  const form = /<form[^>]*action="[^"]*\/importer\/\d+"[\s\S]*?<\/form>/.exec(html)[0];
  for (const [, tag] of form.matchAll(/<input([^>]*)>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name && (!/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag))) body.append(name, /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  for (const [, name, options] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    body.append(name, (/<option value="([^"]*)" selected/.exec(options) ?? /<option value="([^"]*)"/.exec(options))[1]);
  }
  return body;
}

/** `site`: { base, section, cookie, program, root, folder, row(sql, …) }. Seconds. */
export async function importAgainstCopy({ base, section, cookie, program, root, folder, row }) {
  const { file, content } = membershipFile(folder);
  const bare = Math.min(copy(file), copy(file));
  const worker = spawn(program, ['work'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let parts; // as the job's log tells them
  createInterface({ input: worker.stdout }).on('line', (line) => { if (line.includes('"event":"import"')) parts = JSON.parse(line); });
  const clean = async () => {
    await row('with gone as (delete from register_entry where section_id = $1 and email like $2 returning 1) select count(*) from gone', section, '%@banc.exemple.test');
    await row(`with gone as (delete from register_import where section_id = $1 and file_name = 'banc.csv' returning 1) select count(*) from gone`, section);
  };
  try {
    const address = `${base}/sections/${section}/gestion/importer`;
    const headers = { cookie, origin: base };
    const csrf = /name="csrf" value="([^"]+)"/.exec(await (await fetch(address, { headers })).text())[1];
    const form = new FormData();
    form.append('csrf', csrf);
    form.append('kind', 'adherent');
    form.append('file', new Blob([content], { type: 'text/csv' }), 'banc.csv');
    const start = performance.now();
    const taken = await fetch(address, { method: 'POST', headers, body: form, redirect: 'manual' });
    if (taken.status !== 303) throw new Error(`the file was answered ${taken.status}: ${await taken.text()}`);
    const page = base + taken.headers.get('location');
    const preview = await (await fetch(page, { headers })).text();
    const previewed = performance.now();
    const body = filledIn(preview);
    body.append('act', 'import');
    const asked = await fetch(page, { method: 'POST', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body, redirect: 'manual' });
    if (asked.status !== 303) throw new Error(`the columns were answered ${asked.status}`);
    let last;
    do {
      await new Promise((resolve) => setTimeout(resolve, 50));
      last = await row(`select state, lines_total, problem from register_import where id = $1`, page.split('/').at(-1).split('?')[0]);
      if (last.state === 'failed') throw new Error(`the import failed: ${last.problem}`);
    } while (last.state !== 'done');
    const imported = performance.now();
    while (!parts) await new Promise((resolve) => setTimeout(resolve, 50));
    const made = (await row('select count(*)::int as n from register_entry where section_id = $1 and email like $2', section, '%@banc.exemple.test')).n;
    if (made !== lines) throw new Error(`${made} of ${lines} lines arrived`);
    return { lines, bytes: Buffer.byteLength(content), copy: bare, preview: (previewed - start) / 1000, import: (imported - previewed) / 1000,
      checked: parts.checked_ms / 1000, put: parts.put_ms / 1000, kept: parts.kept_ms / 1000 };
  } finally {
    worker.kill('SIGTERM');
    await clean();
  }
}
