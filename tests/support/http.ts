// Requests as a hostile hand would make them: any header, no browser in between.
import { request as send, type IncomingHttpHeaders } from 'node:http';
import { createHash, randomBytes } from 'node:crypto';
import type { Database } from './database';

export interface Answer { status: number; headers: IncomingHttpHeaders; body: string }
interface Wishes { method?: string; headers?: Record<string, string>; body?: string | Buffer; cookie?: string }

export function http(baseURL: string, path: string, { method = 'GET', headers = {}, body, cookie }: Wishes = {}): Promise<Answer> {
  const all: Record<string, string> = { ...headers };
  if (cookie) all.cookie = cookie;
  if (body !== undefined) {
    all['content-type'] ??= 'application/x-www-form-urlencoded';
    all['content-length'] = String(Buffer.byteLength(body));
  }
  return new Promise((resolve, reject) => {
    const call = send(new URL(path, baseURL), { method, headers: all, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => { text += part; }).on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** A session of that member, made in the database: the cookie to send. */
export async function sessionCookie(db: Database, memberId: number): Promise<string> {
  const token = randomBytes(32);
  await db.rows(`insert into session (token_hash, member_id, device, expires_at) values ($1, $2, 'essai', now() + interval '1 day')`, createHash('sha256').update(token).digest(), memberId);
  return `__Host-session=${token.toString('base64url')}`;
}

/** The cookies and the token that a form of the site was given. */
export async function formToken(baseURL: string, cookie?: string): Promise<{ cookie: string; csrf: string }> {
  const page = await http(baseURL, cookie ? '/membres' : '/', { cookie });
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.body)?.[1];
  if (!csrf) throw new Error(`no form with a token on the page: ${page.status}`);
  const given = (page.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]);
  return { cookie: [cookie, ...given].filter(Boolean).join('; '), csrf };
}

/** All that reaches the person, without what differs from one answer to the next. */
export function told({ status, headers, body }: Answer, id: number): string {
  const { date, 'content-length': _, 'x-database': __, ...rest } = headers;
  return JSON.stringify([status, rest, body]).replaceAll(new RegExp(`/${id}\\b`, 'g'), '/id').replaceAll(/[\w-]{86,}/g, 'a token');
}
