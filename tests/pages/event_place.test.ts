// Where an event is: the commune's point at once, the address's own when the address service has answered.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { Database } from '../support/database';
import { dayFromNow } from '../support/events';
import { formToken, http, sessionCookie } from '../support/http';
import { People } from '../support/people';
import { Server } from '../support/server';

test('E01 an address gets its own point from the address service, again when it changes, and only then', async () => {
  const asked: string[] = [];
  const points: Record<string, [number, number]> = { '12 rue des Tilleuls Besançon': [6.0241, 47.2378], '3 place du Marché Besançon': [6.0322, 47.2411] };
  const service = createServer((request, response) => {
    const query = new URL(request.url!, 'http://service').searchParams;
    asked.push(query.get('q')!);
    const found = { type: 'Feature', geometry: { type: 'Point', coordinates: points[query.get('q')!] }, properties: { score: 0.9 } };
    response.end(JSON.stringify({ type: 'FeatureCollection', features: [found] }));
  }).listen(0, '127.0.0.1');
  await once(service, 'listening');
  const database = await Database.create();
  const server = await Server.start(database, { COOPOL_ADDRESS_SERVICE: `http://127.0.0.1:${(service.address() as AddressInfo).port}/search/` });
  const people = new People(database);
  const section = await people.section();
  const member = await people.member({ section });
  const { cookie, csrf } = await formToken(server.baseURL, await sessionCookie(database, member.id));
  const write = (path: string, fields: Record<string, string>) => http(server.baseURL, path, {
    method: 'POST', cookie, headers: { origin: server.baseURL },
    body: new URLSearchParams({ csrf, kind: 'debate', title: 'Débat', start_date: dayFromNow(3), start_time: '18:00', end_date: dayFromNow(3), end_time: '20:00',
      postcode: '25000', city: 'Besançon', circle: 'public', space: String(section.id), ...fields }).toString(),
  });
  const point = async () => Object.values(await database.row('select longitude, latitude from event'));

  expect((await write('/evenements/nouveau', { address: '12 rue des Tilleuls' })).status).toBe(303);
  await expect.poll(point).toEqual([6.0241, 47.2378]);
  const event = await database.value('select id from event');
  expect((await write(`/evenements/${event}/description`, { address: '12 rue des Tilleuls', title: 'Grand débat' })).status).toBe(303);
  expect(await database.value('select title from event')).toBe('Grand débat');
  expect(await point(), 'the same place keeps its point').toEqual([6.0241, 47.2378]);
  expect((await write(`/evenements/${event}/description`, { address: '3 place du Marché' })).status).toBe(303);
  await expect.poll(point).toEqual([6.0322, 47.2411]);
  expect((await write(`/evenements/${event}/description`, { address: '12 rue des Tilleuls' })).status).toBe(303);
  await expect.poll(point, 'back where it was').toEqual([6.0241, 47.2378]);
  expect(asked).toEqual(['12 rue des Tilleuls Besançon', '3 place du Marché Besançon', '12 rue des Tilleuls Besançon']);

  await server.stop();
  await database.drop();
  service.close();
});
