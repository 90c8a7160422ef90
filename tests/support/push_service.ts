// A browser maker's push service (RFC 8030) and a browser's keys, on their own: signatures are checked and messages opened by node, not by what made them.
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';

const decode = (text: string) => Buffer.from(text, 'base64url');

export interface Message { path: string; headers: IncomingHttpHeaders; text: string; octets: number }

/** A browser's subscription: what it tells the site, and what only it can open. */
export class Subscription {
  private readonly key: ECDH = createECDH('prime256v1');
  private readonly secret = randomBytes(16);
  readonly p256dh: string;
  readonly auth = this.secret.toString('base64url');
  constructor(readonly endpoint: string) { this.p256dh = this.key.generateKeys().toString('base64url'); }

  /** RFC 8291 upon RFC 8188. */
  open(body: Buffer): string {
    const salt = body.subarray(0, 16), sender = body.subarray(21, 21 + body[20]), sealed = body.subarray(21 + body[20]);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), this.key.getPublicKey(), sender]);
    const shared = Buffer.from(hkdfSync('sha256', this.key.computeSecret(sender), this.secret, info, 32));
    const part = (name: string, length: number) => Buffer.from(hkdfSync('sha256', shared, salt, Buffer.from(`Content-Encoding: ${name}\0`), length));
    const cipher = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12));
    cipher.setAuthTag(sealed.subarray(-16));
    const record = Buffer.concat([cipher.update(sealed.subarray(0, -16)), cipher.final()]);
    const end = record.lastIndexOf(2);
    if (record.subarray(end + 1).some((octet) => octet !== 0)) throw new Error('no padding of zeros');
    return record.subarray(0, end).toString();
  }
}

export class PushService {
  private readonly server: Server = createServer((request, response) => void this.take(request.url!, request.headers, request, response));
  private readonly subscriptions = new Map<string, Subscription>();
  readonly messages: Message[] = [];
  readonly faults: string[] = [];
  /** Answers for the next ones, before 201. */
  readonly answers: { status: number; headers?: Record<string, string> }[] = [];

  async up(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }
  async down(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
  get origin(): string { return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; }

  subscribe(): Subscription {
    const made = new Subscription(`${this.origin}/push/${randomBytes(12).toString('hex')}`);
    this.subscriptions.set(new URL(made.endpoint).pathname, made);
    return made;
  }
  to(subscription: Subscription): Message[] { return this.messages.filter(({ path }) => path === new URL(subscription.endpoint).pathname); }

  private async take(path: string, headers: IncomingHttpHeaders, request: AsyncIterable<Buffer>, response: import('node:http').ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts);
    const answer = this.answers.shift() ?? { status: 201 };
    try {
      const subscription = this.subscriptions.get(path);
      if (!subscription) throw new Error(`no subscription ${path}`);
      this.checkSender(headers.authorization ?? '');
      if (headers['content-encoding'] !== 'aes128gcm' || !/^\d+$/.test(headers.ttl as string)) throw new Error('no message of RFC 8030');
      if (answer.status === 201) this.messages.push({ path, headers, text: subscription.open(body), octets: body.length });
    } catch (error) {
      this.faults.push(String(error));
    }
    response.writeHead(answer.status, answer.headers).end();
  }

  /** RFC 8292. */
  private checkSender(authorization: string): void {
    const [, token, key] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(authorization) ?? [];
    const [header, claims, signature] = token.split('.');
    const point = decode(key);
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } });
    if (!verify('sha256', Buffer.from(`${header}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, decode(signature))) throw new Error('no signature');
    const { alg } = JSON.parse(decode(header).toString()) as { alg: string };
    const { aud, exp, sub } = JSON.parse(decode(claims).toString()) as { aud: string; exp: number; sub: string };
    const left = exp - Date.now() / 1000;
    if (alg !== 'ES256' || aud !== this.origin || left < 0 || left > 24 * 3600 || !/^(mailto:|https?:)/.test(sub)) throw new Error(`no claims: ${alg} ${aud} ${left} ${sub}`);
  }
}
