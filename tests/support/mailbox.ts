// A real SMTP server that keeps what it receives, and can be slow, refuse, or be down.
import { EventEmitter, once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';

export class Mail {
  constructor(readonly raw: Buffer, readonly recipients: string[], private readonly parsed: ParsedMail) {}

  get subject(): string { return this.parsed.subject ?? ''; }
  get from(): string { return this.parsed.from?.text ?? ''; }
  get text(): string { return this.parsed.text ?? ''; }
  get html(): string { return this.parsed.html || ''; }
  get attachments() { return this.parsed.attachments; }
  /** A header as it was sent, unfolded; undefined when there is none. */
  header(name: string): string | undefined {
    const line = this.parsed.headerLines.find((l) => l.key === name.toLowerCase())?.line;
    return line?.slice(line.indexOf(':') + 1).replace(/\r?\n/g, '').trim();
  }
  get links(): string[] { return this.text.match(/https?:\/\/[^\s<>"]+/g) ?? []; }
  /** The first link of the text that looks so. */
  link(like: RegExp = /./): string {
    const found = this.links.find((link) => like.test(link));
    if (!found) throw new Error(`no link like ${like} in «${this.subject}»:\n${this.text}`);
    return found;
  }
}

interface Refusal { who: RegExp; code: number; words: string }

export class Mailbox {
  private readonly mails: Mail[] = [];
  private readonly taken = new Set<Mail>();
  private readonly arrivals = new EventEmitter();
  private server?: SMTPServer;
  private delay = 0;
  private refusals: Refusal[] = [];
  port = 0;

  get url(): string { return `smtp://127.0.0.1:${this.port}`; }

  async up(): Promise<void> {
    if (this.server) return;
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 100,
      onRcptTo: (address, _session, done) => {
        const refusal = this.refusals.find(({ who }) => who.test(address.address));
        done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
      },
      onData: (stream, session, done) => void this.receive(stream, session).then(() => done(), done),
    });
    this.server.on('error', () => {}); // a client that hangs up is its own business
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  /** Nobody answers any more, until up(). */
  async down(): Promise<void> {
    const server = this.server;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  /** Each mail is kept only after that time. */
  slow(milliseconds: number): void { this.delay = milliseconds; }

  refuse(who: RegExp, code = 550, words = 'No such mailbox'): void { this.refusals.push({ who, code, words }); }

  /** Empty, quick and friendly again. */
  async reset(): Promise<void> {
    this.delay = 0;
    this.refusals = [];
    this.mails.length = 0;
    this.taken.clear();
    await this.up();
  }

  /** All that came, or all that came for one address, oldest first. */
  all(to?: string): Mail[] {
    return this.mails.filter((mail) => !to || mail.recipients.includes(to.toLowerCase()));
  }

  /** The oldest mail that matches and was not given yet; waits for it. */
  async waitFor(to: string, subject: string | RegExp = /./, timeout = 10_000): Promise<Mail> {
    const matches = (mail: Mail) => typeof subject === 'string' ? mail.subject.includes(subject) : subject.test(mail.subject);
    const deadline = AbortSignal.timeout(timeout);
    for (;;) {
      const mail = this.all(to).find((m) => matches(m) && !this.taken.has(m));
      if (mail) {
        this.taken.add(mail);
        return mail;
      }
      await once(this.arrivals, 'mail', { signal: deadline }).catch(() => {
        const came = this.mails.map((m) => `${m.recipients.join(', ')}: ${m.subject}`).join('\n') || 'none';
        throw new Error(`no mail for ${to} with a subject like ${subject} within ${timeout} ms. What came:\n${came}`);
      });
    }
  }

  private async receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    if (this.delay) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const raw = Buffer.concat(pieces);
    const recipients = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
    this.mails.push(new Mail(raw, recipients, await simpleParser(raw)));
    this.arrivals.emit('mail');
  }
}
