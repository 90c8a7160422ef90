// Links that invite, as `coopol admin create` signs them; what they invite to is then a test's choice.
import type { Database } from './database';
import type { Section } from './people';
import type { Server } from './server';

interface Wishes { email: string; firstName?: string; lastName?: string; section?: Section; role?: 'member' | 'secretary'; kind?: 'adherent' | 'sympathisant' }

export interface Invitation { id: number; link: string }

/** Into that section, else among the coopilotes. */
export async function invite(site: { db: Database; server: Server }, { email, firstName = 'Ingrid', lastName = 'Vasseur', section, role = 'member', kind = 'adherent' }: Wishes): Promise<Invitation> {
  const link = site.server.run('admin', 'create', '--email', email, '--first-name', firstName, '--last-name', lastName);
  const id = await site.db.value<number>('select max(id) from invitation where email = $1', email.toLowerCase());
  if (section) await site.db.rows('update invitation set space_id = $2, role = $3, kind = $4 where id = $1', id, section.id, role, kind);
  return { id, link };
}

let count = 0;
export const newAddress = (): string => `nouvelle.${++count}@exemple.test`;
