// Events put straight into the database: what a test starts from, not what it proves.
import type { Page } from '@playwright/test';
import type { Database } from './database';
import type { Member, Section } from './people';

type Answer = 'yes' | 'maybe' | 'no';
interface Wishes {
  by: Member; title?: string; kind?: string; spaces?: Section[]; isPublic?: boolean; state?: string; goal?: number;
  /** Of the start from now; it lasts two hours. */
  inHours?: number;
  guests?: [Member, Answer?][];
}

let count = 0;

/** Published, tomorrow, for those of its spaces; whoever makes it comes. */
export async function makeEvent(db: Database, { by, title = `Porte-à-porte ${++count}`, kind = 'door_to_door', spaces = [], isPublic = false, state = 'published', goal = 0, inHours = 24, guests = [] }: Wishes): Promise<number> {
  const id = await db.value<number>(`insert into event (creator_id, kind, state, title, is_public, space_ids, goal, starts_at, ends_at, address, postcode, city, latitude, longitude, published_at)
    values ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(mins => $8), now() + make_interval(mins => $8 + 120), '12 rue des Tilleuls', '25000', 'Besançon', 47.2378, 6.0241, now()) returning id`,
    by.id, kind, state, title, isPublic, spaces.map((space) => space.id), goal, Math.round(inHours * 60));
  await invite(db, id, [[by, 'yes'], ...guests], by);
  return id;
}

export async function invite(db: Database, event: number, guests: [Member, Answer?][], by: Member): Promise<void> {
  for (const [guest, answer] of guests) {
    await db.rows(`insert into event_guest (event_id, member_id, invited_by, answer, answered_at) values ($1, $2, $3, $4, case when $4::text is not null then now() end)`,
      event, guest.id, by.id, answer ?? null);
  }
}

export async function answerOf(db: Database, event: number, member: Member): Promise<string | null> {
  return db.value('select max(answer) from event_guest where event_id = $1 and member_id = $2', event, member.id);
}

/** A day from today, as the fields of a form want it: «2026-11-29». */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Fills in the first step of a new event with what it cannot do without. */
export async function describeEvent(page: Page, title: string, kind = 'Porte-à-porte'): Promise<void> {
  await page.goto('/evenements/nouveau');
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByLabel('Titre').fill(title);
  await page.getByLabel('Début : date').fill(dayFromNow(7));
  await page.getByLabel('Début : heure').fill('10:00');
  await page.getByLabel('Fin : heure').fill('12:30');
  await page.getByLabel('Adresse', { exact: false }).first().fill('12 rue des Tilleuls');
  await page.getByRole('textbox', { name: 'Code postal' }).fill('25000');
  await page.getByRole('textbox', { name: 'Ville' }).fill('Besançon');
}
