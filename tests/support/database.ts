// A database of one's own, copied in an instant from the migrated template. Tests prepare and look at it as a superuser, beside the server.
import { randomBytes } from 'node:crypto';
import pg from 'pg';

pg.types.setTypeParser(pg.types.builtins.INT8, Number);

type Row = Record<string, any>;

function addressOf(template: string, database: string): string {
  const url = new URL(template);
  url.pathname = `/${database}`;
  url.searchParams.delete('dbname');
  return url.href;
}

async function asSuperuser(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(process.env.COOPOL_TEST_TEMPLATE!, 'postgres') });
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

  static async create(): Promise<Database> {
    const name = `coopol_t${randomBytes(5).toString('hex')}`;
    await asSuperuser(`create database ${name} template ${new URL(process.env.COOPOL_TEST_TEMPLATE!).pathname.slice(1)}`);
    return new Database(name);
  }

  private constructor(readonly name: string) {
    this.superuserUrl = addressOf(process.env.COOPOL_TEST_TEMPLATE!, name);
    this.appUrl = addressOf(process.env.COOPOL_TEST_TEMPLATE_APP!, name);
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
    await asSuperuser(`drop database ${this.name} with (force)`);
  }
}
