// A zone's manager gets a number and no name (S09). What they are answered must not depend on who is in the zone: the same zone with other people in it answers with
// the same octets, and by as many statements, on every address of the route table.
import { formToken, http, sessionCookie, told } from '../support/http';
import { address, routes } from '../support/routes';
import { makeScene } from '../support/scene';
import { expect, test } from '../support/test';

test('S09 nothing that a zone’s manager is answered depends on who is in it', async ({ site, people }) => {
  test.setTimeout(120_000);
  const { db } = site;
  const scene = await makeScene(people, db);
  const manager = scene.people['zone manager'], section = { id: Number(scene.examples.section), name: '', federationId: 0 }, list = Number(scene.examples.list);
  const tenants = await Promise.all(Array.from({ length: 14 }, (_, n) => people.member({ section, visibility: n % 2 ? 'everyone' : 'secretary', firstName: 'Locataire', lastName: `Caché${n}` })));
  const fill = async (from: number, to: number) => {
    await db.rows('delete from section_list_member where list_id = $1', list);
    await db.rows('insert into section_list_member (list_id, member_id) select $1, unnest($2::bigint[])', list, tenants.slice(from, to).map(({ id }) => id));
  };
  let rounds = 0; // each has a session and an address of its own, whose rates are counted

  const everything = async () => {
    const { cookie: session, csrf } = await formToken(site.baseURL, await sessionCookie(db, manager.id));
    const from = `198.51.100.${++rounds}`;
    const answers = new Map<string, string>();
    for (const route of routes) {
      if (route.signed) continue;
      const path = address(route, scene);
      if (route.method === 'GET') {
        for (const query of /zones|sections|recherche|messages|membres|evenements/.test(path) ? ['', `?liste=${list}`, '?q=loca', `?a=zone-${list}`] : ['']) {
          const answer = await http(site.baseURL, path + query, { cookie: session, headers: { 'x-forwarded-for': from } });
          answers.set(`GET ${path}${query}`, `${told(answer, 0).replaceAll(/DTSTAMP:\w+/g, 'DTSTAMP')} ${answer.headers['x-database']}`); // an event's place is found meanwhile
        }
      } else if (/gestion/.test(path)) { // a letter to the zone is its manager's to write (X05)
        const body = new URLSearchParams({ csrf, to: String(list), from: String(list), list: String(list), member: String(tenants[0].id), postcodes: '25000', name: 'Centre', manager_name: 'Locataire' }).toString();
        const answer = await http(site.baseURL, path, { method: 'POST', cookie: session, body, headers: { origin: site.baseURL, 'x-forwarded-for': from } });
        answers.set(`POST ${path}`, `${told(answer, 0)} ${answer.headers['x-database']}`);
      }
    }
    return answers;
  };
  const differing = (one: Map<string, string>, other: Map<string, string>) => [...one].filter(([where, answer]) => other.get(where) !== answer).map(([where]) => where);

  await fill(0, 6);
  await everything(); // what counts visits has counted them
  const first = await everything(), again = await everything();
  const restless = new Set(differing(first, again)); // what tells the time, whoever is in the zone
  expect([...restless].filter((where) => /zones|gestion/.test(where))).toEqual([]);
  expect(restless.size).toBeLessThan(8);
  await fill(7, 13);
  const others = await everything();
  expect(differing(first, others).filter((where) => !restless.has(where)), 'other people, as many').toEqual([]);
  await fill(7, 14);
  expect(differing(first, await everything()).filter((where) => !restless.has(where)), 'one more').toEqual([]);
  expect(first.get(`GET /zones/${list}`)).toContain('Environ 5\u00a0personnes');
  for (const [where, answer] of first) if (/zones|gestion/.test(where)) expect(answer, where).not.toContain('Caché');

  await fill(0, 2);
  expect((await http(site.baseURL, `/zones/${list}`, { cookie: await sessionCookie(db, manager.id) })).body).toContain('Moins de 5\u00a0personnes');
  expect(await db.value(`select count(*) from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = 'section_list_member'::regclass and not t.tgisinternal and p.prosrc like '%notify%'`), 'no live update tells that a zone changed').toBe(0);
});

test('S09 a zone that is not one’s own answers as if there were none, and one’s own no more the moment it is withdrawn', async ({ site, people }) => {
  const { db } = site;
  const scene = await makeScene(people, db);
  const manager = scene.people['zone manager'], section = Number(scene.examples.section), list = Number(scene.examples.list);
  const foreign = await db.value<number>(`insert into section_list (section_id, kind, name) values ($1, 'zone', 'Ailleurs') returning id`, section);
  const cookie = await sessionCookie(db, manager.id);
  const zone = async (id: number) => told(await http(site.baseURL, `/zones/${id}`, { cookie }), id);
  const none = await zone(999_999_999);
  expect(await zone(foreign)).toBe(none);
  expect(await zone(list)).not.toBe(none);
  await db.rows('update section_list set manager_id = null where id = $1', list);
  expect(await zone(list)).toBe(none);
  await db.rows('update section_list set manager_id = $2 where id = $1', list, manager.id);
  expect(await zone(list)).not.toBe(none);
  await db.rows('delete from membership where space_id = $1 and member_id = $2', section, manager.id);
  expect(await zone(list)).toBe(none);
});
