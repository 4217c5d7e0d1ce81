import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { SUBGRAPH_NAMES } from '@sightline/contracts/subgraph-names';
import { startPostgres, type RunningPostgres } from '@sightline/infra/postgres/embedded-postgres';
import { roleOf } from '@sightline/kit/postgres/schema-and-role';
import { eventually } from '../../testkit/facts';
import { StoryPlatform } from '../../testkit/platform';
import { multiply } from './multiply';

/** Platforms of several sizes on one embedded server, as a user's own. */
export class BulkPlatforms {
  private constructor(
    private readonly home: string,
    private readonly isKept: boolean,
    private readonly server: RunningPostgres,
    private readonly say: (line: string) => void,
  ) {}

  /** @param home  where the databases stay for the next run; null: nowhere */
  static async open(home: string | null, say: (line: string) => void): Promise<BulkPlatforms> {
    // One caller stands for fifty here: what one may ask for is measured elsewhere.
    process.env['SIGHTLINE_POINTS_CAPACITY'] = '900000000';
    process.env['SIGHTLINE_POINTS_PER_SECOND'] = '90000000';
    process.env['SIGHTLINE_OPERATIONS_AT_ONCE'] = '1000';
    const folder = home ?? mkdtempSync(join(tmpdir(), 'sightline bench '));
    mkdirSync(folder, { recursive: true });
    const server = await startPostgres({ homeDir: join(folder, 'server'), log: () => undefined, preferredPort: 0 });
    return new BulkPlatforms(folder, home !== null, server, say);
  }

  async close(): Promise<void> {
    await this.server.stop();
    if (!this.isKept) rmSync(this.home, { recursive: true, force: true });
  }

  urlOf(database: string): string {
    const url = new URL(this.server.adminUrl);
    url.pathname = `/${database}`;
    return url.toString();
  }

  /** A running platform with so many order lines, built unless an earlier run has left it. */
  async start(lines: number): Promise<StoryPlatform> {
    const folder = join(this.home, `lines-${lines}`);
    const built = join(folder, 'built');
    if (!existsSync(built)) {
      const began = performance.now();
      await this.build(folder, lines);
      writeFileSync(built, '');
      this.say(`${lines} order lines were built in ${Math.round((performance.now() - began) / 1000)} s`);
    }
    return StoryPlatform.startOn(folder, this.urlOf(`lines_${lines}`));
  }

  /** The simulated network goes through the door once; each size is then a copy of it, multiplied. */
  private async build(folder: string, lines: number): Promise<void> {
    await this.loadSimulated();
    await this.copyDatabase('simulated', `lines_${lines}`);
    rmSync(folder, { recursive: true, force: true });
    cpSync(join(this.home, 'simulated'), folder, { recursive: true });
    await multiply(this.urlOf(`lines_${lines}`), lines, this.say);
  }

  private async loadSimulated(): Promise<void> {
    const folder = join(this.home, 'simulated');
    if (existsSync(join(folder, 'built'))) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await this.asAdmin('postgres', async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS simulated WITH (FORCE)`);
      await admin.query(`CREATE DATABASE simulated TEMPLATE template0`);
    });
    const platform = await StoryPlatform.startOn(folder, this.urlOf('simulated'));
    try {
      const { code, output } = await platform.command('sources/dist/simulator/cli.js', 'load').done;
      if (code !== 0) throw new Error(`The simulator's history was not taken:\n${output}`);
      await this.asAdmin('simulated', settled);
    } finally {
      await platform.leave();
    }
    writeFileSync(join(folder, 'built'), '');
    this.say('the simulated network is loaded');
  }

  /** Roles belong to a database by name, so what the copy holds goes to roles of its own. */
  private async copyDatabase(from: string, to: string): Promise<void> {
    await this.asAdmin('postgres', async (admin) => {
      await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(to)} WITH (FORCE)`);
      await admin.query(`CREATE DATABASE ${escapeIdentifier(to)} TEMPLATE ${escapeIdentifier(from)}`);
      for (const name of SUBGRAPH_NAMES) {
        const role = roleOf(to, name);
        const found = await admin.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
        if (found.rowCount === 0) await admin.query(`CREATE ROLE ${escapeIdentifier(role)}`);
      }
    });
    await this.asAdmin(to, async (admin) => {
      for (const name of SUBGRAPH_NAMES)
        await admin.query(
          `REASSIGN OWNED BY ${escapeIdentifier(roleOf(from, name))} TO ${escapeIdentifier(roleOf(to, name))}`,
        );
    });
  }

  private async asAdmin(database: string, work: (admin: Client) => Promise<void>): Promise<void> {
    const admin = new Client({ connectionString: this.urlOf(database) });
    await admin.connect();
    try {
      await work(admin);
    } finally {
      await admin.end();
    }
  }
}

/** Waits until everything sent is visible and judged. */
async function settled(admin: Client): Promise<void> {
  const behind = async (): Promise<number> => {
    const { rows } = await admin.query<{ behind: string }>(
      ['suppliers', 'quality', 'production']
        .map(
          (name) =>
            `SELECT (SELECT max(pos) FROM ${name}.log_position) - min(pos) AS behind FROM ${name}.reader_position
             WHERE reader IN ('projector', 'deriver')`,
        )
        .join(' UNION ALL '),
    );
    return rows.reduce((sum, row) => sum + Number(row.behind), 0);
  };
  // For a second: what one subgraph publishes last moves the others once more.
  let still = 0;
  await eventually(behind, (count) => (still = count === 0 ? still + 1 : 0) > 20, 300_000);
}
