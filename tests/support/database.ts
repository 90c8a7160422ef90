// A database of one's own, copied in an instant from the migrated template. Tests prepare and look at it as a superuser, beside the server.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

type Row = Record<string, any>;

/** Where databases are copied from: two addresses of the template, as script/db prints them. */
export interface Template { superuser: string; app: string }

export const sharedTemplate = (): Template => ({ superuser: process.env.COOPOL_TEST_TEMPLATE!, app: process.env.COOPOL_TEST_TEMPLATE_APP! });

function addressOf(template: string, database: string): string {
  const url = new URL(template);
  url.pathname = `/${database}`;
  url.searchParams.delete('dbname');
  return url.href;
}

async function asSuperuser(template: Template, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(template.superuser, 'postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export class Database {
  readonly superuserUrl: string;
  readonly appUrl: string;
  private readonly pool: pg.Pool;

  static async create(template = sharedTemplate()): Promise<Database> {
    const name = `coopol_t${randomBytes(5).toString('hex')}`;
    await asSuperuser(template, `create database ${name} template ${new URL(template.superuser).pathname.slice(1)}`);
    return new Database(name, template);
  }

  private constructor(readonly name: string, private readonly template: Template) {
    this.superuserUrl = addressOf(template.superuser, name);
    this.appUrl = addressOf(template.app, name);
    this.pool = new pg.Pool({ connectionString: this.superuserUrl, max: 4, options: '-c search_path=coopol,public' });
    this.pool.on('error', () => {}); // a test may stop PostgreSQL while a connection is idle; the next query tells
  }

  async rows<T = Row>(statement: string, ...parameters: unknown[]): Promise<T[]> {
    return (await this.pool.query(statement, parameters)).rows;
  }

  /** The only row; fails when there is none or several. */
  async row<T = Row>(statement: string, ...parameters: unknown[]): Promise<T> {
    const rows = await this.rows<T>(statement, ...parameters);
    if (rows.length !== 1) throw new Error(`${rows.length} rows instead of one: ${statement}`);
    return rows[0];
  }

  /** The first column of the only row. */
  async value<T = any>(statement: string, ...parameters: unknown[]): Promise<T> {
    return Object.values(await this.row<Row>(statement, ...parameters))[0];
  }

  async drop(): Promise<void> {
    await this.pool.end();
    await asSuperuser(this.template, `drop database ${this.name} with (force)`);
  }
}
