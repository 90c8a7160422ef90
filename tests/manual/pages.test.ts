// The mode d’emploi on the site, for whoever cannot even sign in.
import { expect, test } from '../support/test';
import { http } from '../support/http';

test('each chapter of the mode d’emploi opens, its pictures are there, and its links lead to a part that exists', async ({ site }) => {
  const read = async (address: string) => (await http(site.baseURL, address)).body;
  const contents = await read('/mode-d-emploi');
  const chapters = [...contents.matchAll(/href="(\/mode-d-emploi\/[^"#]+)"/g)].map(([, address]) => address);
  expect(chapters).toContain('/mode-d-emploi/acceder-a-la-coopol');
  const pages = new Map(await Promise.all(chapters.map(async (address) => [address, await read(address)] as const)));
  let pictures = 0;
  for (const [address, body] of pages) {
    for (const [, source] of body.matchAll(/<img [^>]*src="([^"]+)"/g)) {
      expect((await http(site.baseURL, source)).headers['content-type'], source).toBe('image/webp');
      ++pictures;
    }
    expect(body, address).not.toMatch(/href="#(?!contenu|haut)/); // a link that found no part
    for (const [, target, anchor] of body.matchAll(/href="(\/mode-d-emploi\/[^"#]+)#([^"]+)"/g))
      expect(pages.get(target), `${address} → ${target}#${anchor}`).toContain(`id="${decodeURIComponent(anchor)}"`);
  }
  expect(pictures).toBeGreaterThan(10);
  expect((await http(site.baseURL, '/mode-d-emploi/inconnu')).status).toBe(404);
});
