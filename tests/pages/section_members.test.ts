// The members of a large section, in the office: found, taken all at once across pages, changed, and changed back.
import { formToken, http, sessionCookie } from '../support/http';
import { expect, test } from '../support/test';

const many = 2800;

test('S08 of 2,800 members, filters and search at once; what is found is taken across pages, and a change is undone', async ({ people, site }) => {
  const section = await people.section(), secretary = await people.secretary(section);
  await site.db.rows(`with made as (insert into member (first_name, last_name) select case n % 7 when 0 then 'Hélène' else 'Yann' end, 'Nom ' || n from generate_series(1, $2::integer) n returning id, first_name)
    insert into membership (space_id, member_id, kind) select $1, id, case when id % 2 = 0 then 'adherent' else 'sympathisant' end from made`, section.id, many - 1);
  await site.db.rows('analyze member, membership');
  const { cookie, csrf } = await formToken(site.baseURL, await sessionCookie(site.db, secretary.id));
  const office = `/sections/${section.id}/gestion/membres`;
  const get = async (path: string) => {
    const answer = await http(site.baseURL, path, { cookie, headers: { 'accept-encoding': 'br' } });
    return { ...answer, weight: Number(answer.headers['content-length']), plain: (await http(site.baseURL, path, { cookie })).body.replace(/[\u00a0\u202f]/g, ' ') };
  };
  const all = await get(office);
  expect(all.plain).toContain('Prendre les 2 800');
  expect(all.weight).toBeLessThan(30 * 1024);
  expect(Number(/^(\d+)/.exec(String(all.headers['x-database']))![1])).toBeLessThanOrEqual(8);

  const found = await site.db.value<number>(`select count(*) from membership b join member m on m.id = b.member_id where b.space_id = $1 and b.kind = 'sympathisant' and m.first_name = 'Hélène'`, section.id);
  const filtered = await get(`${office}?type=sympathisant&nom=helene`);
  expect(filtered.plain).toContain(`Prendre les ${found}`);
  expect(filtered.plain).not.toContain('>Yann');

  const kinds = () => site.db.rows('select kind, role, count(*) from membership where space_id = $1 group by 1, 2 order by 1, 2', section.id);
  const before = await kinds();
  const post = async (act: string, fields: Record<string, string>) => {
    const answer = await http(site.baseURL, `${office}/${act}`, { method: 'POST', cookie, body: new URLSearchParams({ csrf, type: 'sympathisant', nom: 'helene', ...fields }).toString() });
    return String(answer.headers.location);
  };
  const done = await post('role', { all: '1', rank: 'bureau' });
  expect(await site.db.value(`select count(*) from membership where space_id = $1 and role = 'bureau'`, section.id)).toBe(found);
  expect((await get(done)).plain).toContain('Annuler ce changement');
  await post('annulation', { act: new URL(done, site.baseURL).searchParams.get('fait')! });
  expect(await kinds()).toEqual(before);
});
