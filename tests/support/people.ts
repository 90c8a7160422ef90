// Made-up people and the spaces they belong to, put straight into the database: what a test starts from, not what it proves.
import { createHash, randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Database } from './database';

export interface Section { id: number; name: string; federationId: number }
export interface Member { id: number; firstName: string; lastName: string; name: string; email: string; password: string }

type Kind = 'adherent' | 'sympathisant';
type Visibility = 'secretary' | 'circle' | 'everyone';
interface Wishes {
  firstName?: string; lastName?: string; email?: string; visibility?: Visibility;
  section?: Section; kind?: Kind; role?: 'member' | 'treasurer' | 'bureau' | 'secretary';
}

const password = 'une porte, puis une autre';
// Of that password, at the smallest cost (one pass, 8 KB), which the server takes like any other.
const passwordHash = '$argon2id$v=19$m=8,t=1,p=1$I4rkeZrFrbSndM8Xet+82A$tVz02tENsH8TsTMI6dJ2hIbA20BnBH17XDzfXGWtn50';

const firstNames = ['Alix', 'Bérénice', 'Côme', 'Djamila', 'Élodie', 'Fanch', 'Gaëlle', 'Hippolyte', 'Inès', 'Joël', 'Maëlys', 'Nour', 'Soizic', 'Théo', 'Yasmine'];
const lastNames = ['Abgrall', 'Bourgeois', 'Cuenot', 'Da Silva', 'Euvrard', 'Faivre', 'Guéguen', 'Haddad', 'Le Goff', 'Mougin', 'Nguyen', 'O’Brien', 'Péron', 'Quéméner', 'Vuillemin'];

// Each worker has a database of its own, so a count of what it made is enough to tell all apart.
let count = 0;

export class People {
  constructor(private readonly db: Database) {}

  /** Of a département, the Doubs unless said: each has one already. */
  federation(department = '25'): Promise<number> {
    return this.db.value(`select id from space where kind = 'federation' and department = $1`, department);
  }

  /** One where no section stands yet: other tests of the worker have made theirs elsewhere. */
  emptyFederation(): Promise<number> {
    return this.db.value(`select id from space f where kind = 'federation' and department ~ '^[3-6][0-9]$'
      and not exists (select from space s where s.parent_id = f.id) order by department limit 1`);
  }

  /** Opened by its secretary already, unless `activated` is false. */
  async section({ name = `Section des Tilleuls ${++count}`, federationId, activated = true }: { name?: string; federationId?: number; activated?: boolean } = {}): Promise<Section> {
    federationId ??= await this.federation();
    const id = await this.db.value<number>(`insert into space (kind, parent_id, name, activated_at)
      values ('section', $1, $2, case when $3 then now() end) returning id`, federationId, name, activated);
    await this.db.rows('insert into section_profile (space_id) values ($1)', id);
    return { id, name, federationId };
  }

  /** With an account, and having accepted the charter. */
  async member({ firstName, lastName, email, visibility = 'everyone', section, kind = 'adherent', role = 'member' }: Wishes = {}): Promise<Member> {
    const number = ++count;
    firstName ??= firstNames[number % firstNames.length];
    lastName ??= lastNames[Math.floor(number / firstNames.length) % lastNames.length];
    email = (email ?? `membre.${number}@exemple.test`).toLowerCase();
    const id = await this.db.value<number>('insert into member (first_name, last_name, visibility) values ($1, $2, $3) returning id', firstName, lastName, visibility);
    await this.db.rows('insert into account (member_id, email, password_hash) values ($1, $2, $3)', id, email, passwordHash);
    await this.db.rows('insert into charter_acceptance (member_id, charter_id) select $1, max(id) from charter having count(*) > 0', id);
    if (section) await this.db.rows('insert into membership (space_id, member_id, kind, role) values ($1, $2, $3, $4)', section.id, id, kind, role);
    return { id, firstName, lastName, name: `${firstName} ${lastName}`, email, password };
  }

  secretary(section: Section, wishes: Wishes = {}): Promise<Member> {
    return this.member({ ...wishes, section, role: 'secretary' });
  }

  async referent(federationId: number, wishes: Wishes = {}): Promise<Member> {
    const member = await this.member(wishes);
    await this.db.rows(`insert into membership (space_id, member_id, role) values ($1, $2, 'referent')`, federationId, member.id);
    return member;
  }

  async coopilote(wishes: Wishes = {}): Promise<Member> {
    const member = await this.member(wishes);
    await this.db.rows(`insert into membership (space_id, member_id, role) select id, $1, 'coopilote' from space where kind = 'national'`, member.id);
    return member;
  }
}

/** Gives the page a session of that member, as signing in would. The form itself is what tests of A01 are for. */
export async function signIn(page: Page, db: Database, baseURL: string, member: Member): Promise<void> {
  const token = randomBytes(32);
  await db.rows(`insert into session (token_hash, member_id, device, expires_at) values ($1, $2, 'Chromium', now() + interval '1 day')`,
    createHash('sha256').update(token).digest(), member.id);
  // A __Host- cookie can only be given for https; Chromium then sends it to http://localhost too, which it trusts as much.
  await page.context().addCookies([
    { name: '__Host-session', value: token.toString('base64url'), url: baseURL.replace('http:', 'https:'), secure: true, httpOnly: true, sameSite: 'Lax' },
  ]);
}
