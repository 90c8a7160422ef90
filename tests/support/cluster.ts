// A PostgreSQL cluster of a test's own, to stop and start as it likes; script/db knows how.
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { Database, type Template } from './database';
import { root } from './places';

function scriptDb(cluster: string, action: string, env: NodeJS.ProcessEnv): string {
  return execFileSync(`${root}/script/db`, ['--cluster', cluster, action], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'inherit'] });
}

export function templateOf(cluster: string, env: NodeJS.ProcessEnv): Template {
  const [superuser, app] = scriptDb(cluster, '--template', env).trim().split('\n');
  return { superuser, app };
}

export class Cluster {
  // Never the server that somebody lent with DATABASE_URL.
  private readonly env = { ...process.env, DATABASE_URL: undefined };
  private readonly template: Template;

  /** `name`: small letters; its files stay in var/<name>-postgres for the next time. */
  constructor(private readonly name: string) { this.template = templateOf(name, this.env); }

  createDatabase(): Promise<Database> { return Database.create(this.template); }
  start(): Promise<void> { return this.does('--start'); }
  /** Connections end with a word of goodbye. */
  stop(): Promise<void> { return this.does('--stop'); }
  /** Connections end without. */
  crash(): Promise<void> { return this.does('--crash'); }

  // Beside the test, which may go on sending.
  private async does(action: string): Promise<void> {
    await promisify(execFile)(`${root}/script/db`, ['--cluster', this.name, action], { env: this.env });
  }
}
