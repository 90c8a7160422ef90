// Every page of the route table with something on it: an address that exists for each, the links of mails included, and who may open it.
import { setTimeout as pause } from 'node:timers/promises';
import { formToken, http, sessionCookie, type Answer } from './http';
import { invite, newAddress } from './invitations';
import type { Database } from './database';
import type { Mailbox } from './mailbox';
import type { Member, People } from './people';
import { address, routes, type Route } from './routes';
import { allowed, makeScene, type Kind, type Scene } from './scene';
import type { Server } from './server';

export interface House { baseURL: string; db: Database; server: Server; people: People; mailbox: Mailbox }
export interface Page { route: Route; address: string; kinds: readonly Kind[] }

async function send({ baseURL, db }: House, path: string, fields: Record<string, string>, member?: Member): Promise<Answer> {
  const { cookie, csrf } = await formToken(baseURL, member && await sessionCookie(db, member.id));
  const answer = await http(baseURL, path, { method: 'POST', cookie, body: new URLSearchParams({ csrf, ...fields }).toString() });
  if (answer.status !== 303) throw new Error(`${path} was answered with ${answer.status}`);
  return answer;
}

/** A file on its way into the register, as far as that. */
async function importFile({ db }: House, section: number, secretary: Member, state: 'matching' | 'failed' | 'done'): Promise<number> {
  const file = 'Prénom;Nom;Courriel\r\nZoé;Dupont;zoe.dupont@exemple.test\r\nPaul;Durand;famille.durand@exemple.test\r\nMarie;Durand;famille.durand@exemple.test\r\n;Martin;rien\r\n';
  const id = await db.value<number>(`insert into register_import (section_id, member_id, file_name, content, matching, lines_total, state, problem)
    values ($1, $2, 'membres.csv', convert_to($3, 'UTF8'), '{"columns":[-1,-1,-1,0,1,-1,2,-1,-1,-1,-1,-1,-1],"skip":1}', 4, $4, case $4 when 'failed' then 'Le fichier n’a pas pu être lu.' end) returning id`,
    section, secretary.id, file, state === 'done' ? 'queued' : state);
  if (state !== 'done') return id;
  await db.rows(`select enqueue_job('sections.import', 'import ' || $1::bigint, jsonb_build_object('import', $1::bigint, 'member', $2::bigint), null)`, id, secretary.id);
  for (const deadline = Date.now() + 10_000; await db.value('select state from register_import where id = $1', id) !== 'done';) {
    if (Date.now() > deadline) throw new Error('the import does not end');
    await pause(50);
  }
  return id;
}

const pathOf = (link: string) => new URL(link).pathname;

/** The same pages with other words in their query. */
const queries: Record<string, string[]> = {
  '/agenda': ['vue=mois'],
  '/agenda/mes-evenements': ['vue=semaine'],
  '/communes': ['code_postal=25000'],
  '/evenements/:event/co-organisateurs': ['q=section'],
  '/recherche': ['q=les'],
  '/sections/:section/semaine': ['pour=membres', 'semaine=2001-01-01'],
  '/membres': ['q=le'],
  '/pres-de-chez-moi': ['commune=25056', 'lieu=saint-denis'],
  '/evenements': ['q=porte&type=missions&quand=semaine', 'km=25&lieu=25000', 'lieu=saint'],
  '/parti': ['q=section', 'q=25000', 'q=zzz'],
  '/federations/:federation/gestion/activation': ['tri=-taux&etat=ouvertes', 'etat=sans-secretaire'],
  '/pres-de-chez-moi/communes': ['q=bes'],
};

/** Pages that only tell visitors or members something, but have no life of their own. */
const leadElsewhere = new Set(['/connexion']);

export interface EveryPage { scene: Scene; pages: Page[] }

export async function everyPage(house: House): Promise<EveryPage> {
  const { people, db, mailbox, server } = house;
  const scene = await makeScene(people, db);
  const { secretary, member } = scene.people;
  const section = { id: Number(scene.examples.section), name: '', federationId: Number(scene.examples.federation) };

  await db.rows('insert into event_report (event_id, author_id, minutes, doors_knocked, doors_opened) values ($1, $2, 90, 40, 22)', scene.examples.event, secretary.id);
  const invited = await db.value<number>(`insert into register_entry (section_id, first_name, last_name, email) values ($1, 'Ahmed', 'Colin', $2) returning id`, section.id, newAddress());
  await db.rows(`insert into register_entry (section_id, first_name, last_name, typed_email, incomplete) values ($1, 'Lise', 'Sans-Adresse', 'lise chez elle', 'invalid')`, section.id);
  const office = `/sections/${section.id}/gestion/invitations`;
  const sent = await send(house, `${office}/envoi`, { entry: String(invited) }, secretary);
  await send(house, `/evenements/${scene.examples.event}/invites`, { member: String(member.id) }, secretary);
  const eventMail = await mailbox.waitFor(member.email);
  const stranger = newAddress();
  await send(house, '/preinscription', { first_name: 'Nora', last_name: 'Petit', email: stranger, postcode: '25000' });
  await send(house, '/mot-de-passe/oubli', { email: member.email });
  const wanted = newAddress();
  await send(house, '/compte/courriel', { email: wanted, current: member.password }, member);
  await db.rows(`insert into phase (space_id, phase) select id, 'limited' from space where kind = 'national'`);
  const invitedFriend = newAddress();
  await send(house, '/inviter', { email: invitedFriend, words: 'Viens voir !' }, member);
  const friendMail = await mailbox.waitFor(invitedFriend);
  const imports = await Promise.all((['matching', 'failed', 'done'] as const).map((state) => importFile(house, section.id, secretary, state)));
  const leaver = await people.member();
  await send(house, '/compte/supprimer', { current: leaver.password, word: 'supprimer' }, leaver);
  const letters = `/sections/${section.id}/gestion/courriers`, outside = newAddress(), zone = Number(scene.examples.list), manager = scene.people['zone manager'];
  await db.rows(`insert into contact (section_id, first_name, last_name, email, origin) values ($1, 'Lou', 'Voisin', $2, 'Marché de la gare')`, section.id, outside);
  const outgoing = await db.value<number>(`insert into section_letter (section_id, sender_id, subject, body, audience) values ($1, $2, 'Fête du quartier', 'Viens **samedi** !', array['contacts']) returning id`, section.id, secretary.id);
  await send(house, `${letters}/${outgoing}/envoi`, {}, secretary);
  await db.rows(`update mail set run_at = now() where kind = 'letters.letter'`);
  await db.rows(`select pg_notify('work', 'mail')`);
  const zoneLetter = await db.value<number>(`insert into section_letter (section_id, list_id, sender_id, subject, body) values ($1, $2, $3, 'Samedi', 'On tracte ?') returning id`, section.id, zone, manager.id);
  await send(house, '/agenda/telephone', {}, member);
  const feed = /\/calendrier\/[\w-]+\.ics/.exec((await http(house.baseURL, '/agenda/telephone', { cookie: await sessionCookie(db, member.id) })).body)![0];
  const asking = await db.value<number>(`with e as (insert into event (creator_id, kind, state, title, starts_at, ends_at, published_at, city) values ($1, 'debate', 'published', 'À deux sections', now() + interval '2 days', now() + interval '50 hours', now(), 'Dole') returning id)
    insert into event_host (event_id, space_id) select id, $2 from e returning event_id`, scene.people['secretary of another section'].id, section.id);
  const reply = pathOf(eventMail.link(/reponse/)), importer = `/sections/${section.id}/gestion/importer`;
  const links: Record<string, string[]> = {
    '/invitation/:token': [pathOf((await invite({ db, server }, { email: newAddress(), section })).link)],
    '/preinscription/:token': [pathOf((await mailbox.waitFor(stranger)).link(/preinscription/))],
    '/mot-de-passe/nouveau/:token': [pathOf((await mailbox.waitFor(member.email, 'mot de passe')).link(/mot-de-passe/))],
    '/rejoindre/:token': [pathOf(friendMail.link(/rejoindre/))],
    '/courriels/invitations/:token': [pathOf(friendMail.link(/courriels/))],
    '/nouvelle-adresse/:token': [pathOf((await mailbox.waitFor(wanted)).link(/nouvelle-adresse/))],
    '/ancienne-adresse/:token': [pathOf((await mailbox.waitFor(member.email, 'changer d’adresse')).link(/ancienne-adresse/))],
    '/garder-mon-compte/:token': [pathOf((await mailbox.waitFor(leaver.email)).link(/garder-mon-compte/))],
    '/courriels/sortie/:token': [pathOf((await mailbox.waitFor(outside)).link(/sortie/))],
    '/sections/:section/gestion/courriers/:letter': [`${letters}/${outgoing}`, `${letters}/${scene.examples.letter}`],
    '/zones/:list/courrier/:letter': [`/zones/${zone}/courrier/${zoneLetter}`],
    '/zones/:list/courrier/:letter/envoi': [`/zones/${zone}/courrier/${zoneLetter}/envoi`],
    '/calendrier/:token': [feed],
    '/co-organisation/:event/:space': [`/co-organisation/${asking}/${section.id}`],
    '/reponse/:token': [reply],
    '/reponse/:token/agenda.ics': [`${reply}/agenda.ics`],
    '/courriels/refus/:token': [pathOf(eventMail.link(/refus/))],
    '/sections/:section/gestion/invitations/envoi/:batch': [String(sent.headers.location)],
    '/sections/:section/gestion/importer/:import': imports.map((id) => `${importer}/${id}`),
    '/sections/:section/gestion/importer/:import/rapport.csv': [`${importer}/${imports[2]}/rapport.csv`],
    '/sections/:section/gestion/importer/:import/a-corriger.csv': [`${importer}/${imports[2]}/a-corriger.csv`],
  };

  const pages = routes.filter(({ method, path }) => method === 'GET' && !leadElsewhere.has(path)).flatMap((route) => {
    const bare = links[route.path] ?? [address(route, scene)];
    const kinds = route.path.startsWith('/zones/:list/courrier/:letter') ? (['zone manager'] as const) : route.path === '/messages/:thread' ? (['member', 'secretary'] as const) : route.path.startsWith('/co-organisation/') ? (['delegate', 'secretary'] as const) : allowed[route.need];
    return [...bare, ...(queries[route.path] ?? []).map((query) => `${bare[0]}?${query}`)].map((path) => ({ route, address: path, kinds }));
  });
  return { scene, pages };
}
