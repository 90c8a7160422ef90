// One `coopol serve` with its own database, port, outbox and log.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { Database } from './database';
import { program, results, root } from './places';

const patience = 30_000; // milliseconds, to start and to stop; a sanitizer build is slow

export type Settings = Record<string, string | undefined>;

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

export class Server {
  private child?: ChildProcess;

  /** `settings` are those of the environment, such as COOPOL_SMTP_URL. */
  static async start(database: Database, settings: Settings = {}, command = ['serve']): Promise<Server> {
    const server = new Server(database, await freePort(), settings, command);
    await server.start();
    return server;
  }

  private constructor(private readonly database: Database, readonly port: number, private readonly settings: Settings, private readonly command: string[]) {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(`${this.folder}/secret`, '5eed'.repeat(16), { mode: 0o600 });
  }

  get baseURL(): string { return `http://localhost:${this.port}`; }
  get folder(): string { return `${results}/servers/${this.database.name}-${this.port}`; }
  get outbox(): string { return `${this.folder}/outbox`; }
  get pid(): number { return this.child!.pid!; }
  log(): string { return readFileSync(`${this.folder}/log`, 'utf8'); }

  async start(): Promise<void> {
    const log = openSync(`${this.folder}/log`, 'a');
    // Should this process die without a word, the server must not outlive it.
    this.child = spawn('setpriv', ['--pdeathsig', 'TERM', program, ...this.command], { cwd: root, env: this.environment(), stdio: ['ignore', log, log] });
    closeSync(log);
    if (this.command[0] === 'serve') await this.answers();
  }

  /** What another command of the program prints, with the same settings. */
  run(...command: string[]): string { return execFileSync(program, command, { cwd: root, env: this.environment(), encoding: 'utf8' }).trim(); }

  /** As an operator stops it; it must end well. */
  async stop(): Promise<void> {
    const code = await this.end('SIGTERM');
    if (code !== 0) throw new Error(`the server ended with ${code}\n${this.log().slice(-4000)}`);
  }

  /** As a power cut stops it. */
  async kill(): Promise<void> { await this.end('SIGKILL'); }

  private async end(signal: NodeJS.Signals): Promise<number | string> {
    const child = this.child!;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill(signal);
      const tooLong = setTimeout(() => child.kill('SIGABRT'), patience);
      await ended;
      clearTimeout(tooLong);
    }
    return child.exitCode ?? child.signalCode!;
  }

  private environment(): NodeJS.ProcessEnv {
    const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('COOPOL_')));
    return {
      ...own,
      COOPOL_ENVIRONMENT: 'test',
      COOPOL_QUICK_PASSWORDS: 'true',
      COOPOL_DATABASE_URL: this.database.appUrl,
      COOPOL_OWNER_DATABASE_URL: this.database.superuserUrl,
      COOPOL_LISTEN: `127.0.0.1:${this.port}`,
      COOPOL_BASE_URL: this.baseURL,
      COOPOL_SECRET_FILE: `${this.folder}/secret`,
      COOPOL_OUTBOX: this.outbox,
      COOPOL_STATIC: `${root}/web/dist`,
      COOPOL_TRUSTED_PROXIES: '127.0.0.1', // so that each browser can have an address of its own (support/test.ts)
      ...this.settings,
    };
  }

  private async answers(): Promise<void> {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline && this.child!.exitCode === null && this.child!.signalCode === null) {
      const health = await fetch(`http://127.0.0.1:${this.port}/sante`).catch(() => undefined);
      if (health?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    await this.end('SIGKILL');
    throw new Error(`the server does not answer\n${this.log().slice(-4000)}`);
  }
}
