import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres, type RunningPostgres } from './embedded-postgres';
import { isAlive, readPostmasterFile } from './postmaster';

// A space, as in "My Documents"; and closed to everyone else, as root's own folder is.
const homeDir = fs.mkdtempSync(path.join(os.tmpdir(), 'sightline state '));
const dataDir = path.join(fs.realpathSync(homeDir), 'postgres', 'data');
const lines: string[] = [];
const start = (): Promise<RunningPostgres> =>
  startPostgres({ homeDir, log: (line) => lines.push(line), sharedBuffersMb: 32, preferredPort: 0 });

async function query<Row extends object>(adminUrl: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const mode = (file: string): string => (fs.statSync(file).mode & 0o777).toString(8);

/** Repeats until the work succeeds. */
async function eventually<Value>(work: () => Promise<Value>): Promise<Value> {
  for (const until = Date.now() + 15_000; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

describe('the embedded PostgreSQL', () => {
  let server: RunningPostgres;
  const language = process.env['LANG'];

  beforeAll(async () => {
    process.env['LANG'] = 'tr_TR.UTF-8';
    server = await start();
  }, 60_000);
  afterAll(async () => {
    if (language === undefined) delete process.env['LANG'];
    else process.env['LANG'] = language;
    await server.stop();
    fs.rmSync(homeDir, { recursive: true, force: true });
  });

  it('keeps every acknowledged fact: syncs to disk and checks its pages', async () => {
    const settings = await query<{ name: string; setting: string }>(
      server.adminUrl,
      `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums') ORDER BY name`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      data_checksums: 'on',
      fsync: 'on',
      full_page_writes: 'on',
      synchronous_commit: 'on',
    });
  });

  it('speaks UTF8 and sorts in one way, whatever the language of whoever starts it', async () => {
    const [row] = await query<{ encoding: string; provider: string; locale: string; lower: string }>(
      server.adminUrl,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale, lower('TITLE') AS lower
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', lower: 'title' });
  });

  it('is reached over the loopback address and a socket of its own folder only, with a password', async () => {
    const [row] = await query<{ addresses: string; sockets: string; encryption: string }>(
      server.adminUrl,
      `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
              current_setting('password_encryption') AS encryption`,
    );
    const folder = path.dirname(dataDir);
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: `"${folder}"`, encryption: 'scram-sha-256' });
    expect(mode(path.join(folder, `.s.PGSQL.${new URL(server.adminUrl).port}`))).toBe('700');
    const overPort = new URL(server.adminUrl);
    overPort.searchParams.delete('host');
    for (const url of [server.adminUrl, overPort.toString()]) {
      const [by] = await query<{ address: string | null }>(url, 'SELECT host(inet_server_addr()) AS address');
      expect(by!.address).toBe(url === server.adminUrl ? null : '127.0.0.1');
      const wrong = url.replace(/:[0-9a-f]{64}@/, ':wrong@');
      await expect(query(wrong, 'SELECT 1')).rejects.toThrow('password authentication failed');
    }
  });

  it('shows its password to nobody else', () => {
    expect(mode(path.join(homeDir, 'keys'))).toBe('700');
    expect(mode(path.join(homeDir, 'keys', 'postgres-password'))).toBe('600');
    expect(fs.existsSync(path.join(homeDir, 'postgres', 'initial-password'))).toBe(false);
  });

  it('keeps 20 MB aside for a full disk', () => {
    expect(fs.statSync(path.join(homeDir, 'postgres', 'ballast')).size).toBe(20 * 1024 * 1024);
  });

  it('is started again with all its data when it is killed', async () => {
    await query(server.adminUrl, `CREATE TABLE kept AS SELECT 1 AS fact`);
    const killed = readPostmasterFile(dataDir)!.pid;
    process.kill(killed, 'SIGKILL');
    const rows = await eventually(() => query(server.adminUrl, 'SELECT fact FROM kept'));
    expect(rows).toEqual([{ fact: 1 }]);
    expect(readPostmasterFile(dataDir)!.pid).not.toBe(killed);
  }, 30_000);

  it('ends in order and starts again on the port that it had, with its data', async () => {
    const { pid } = readPostmasterFile(dataDir)!;
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    const before = server.adminUrl;
    server = await start();
    expect(server.adminUrl).toBe(before);
    expect(server.adopted).toBe(false);
    expect(await query(server.adminUrl, 'SELECT fact FROM kept')).toEqual([{ fact: 1 }]);
  }, 30_000);

  it('takes another port when its own is taken, and stays with it', async () => {
    const taken = Number(new URL(server.adminUrl).port);
    await server.stop();
    const squatter = net.createServer().listen(taken, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    server = await start();
    const moved = Number(new URL(server.adminUrl).port);
    expect(moved).not.toBe(taken);
    await new Promise((resolve) => squatter.close(resolve));
    await server.stop();
    server = await start();
    expect(Number(new URL(server.adminUrl).port)).toBe(moved);
  }, 30_000);

  it('is adopted by the next launcher when its own was killed, and ended by that one', async () => {
    await server.stop();
    const launcher = spawn(
      process.execPath,
      [
        '--require',
        'tsx/cjs',
        '--eval',
        `require(${JSON.stringify(path.join(__dirname, 'embedded-postgres.ts'))}).startPostgres({ homeDir: ${JSON.stringify(homeDir)}, log: () => {}, sharedBuffersMb: 32 }).then(() => console.log('up'))`,
      ],
      { cwd: __dirname, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => launcher.stdout.once('data', resolve));
    const { pid } = readPostmasterFile(dataDir)!;
    launcher.kill('SIGKILL');
    await new Promise((resolve) => launcher.once('exit', resolve));
    expect(isAlive(pid)).toBe(true);

    server = await start();
    expect(server.adopted).toBe(true);
    expect(await query(server.adminUrl, 'SELECT fact FROM kept')).toEqual([{ fact: 1 }]);
    await server.stop();
    expect(isAlive(pid)).toBe(false);
    server = await start();
  }, 60_000);

  it('refuses a server on its data that does not take its password, and names it', async () => {
    await query(server.adminUrl, `ALTER ROLE sightline PASSWORD 'of somebody else'`);
    const { pid, port } = readPostmasterFile(dataDir)!;
    await expect(start()).rejects.toThrow(new RegExp(`not ours .*process ${pid}, port ${port}.*kill -INT ${pid}`));
    await server.stop();
    // The password on disk is lost with its file; the data is not.
    fs.rmSync(path.join(homeDir, 'keys', 'postgres-password'));
    server = await start();
    expect(await query(server.adminUrl, 'SELECT fact FROM kept')).toEqual([{ fact: 1 }]);
  }, 30_000);

  it('starts although another program now has the number in its old note', async () => {
    await server.stop();
    const note = [process.pid, dataDir, Math.floor(Date.now() / 1000), 1, '', '127.0.0.1', '', 'ready', ''].join('\n');
    fs.writeFileSync(path.join(dataDir, 'postmaster.pid'), note);
    server = await start();
    expect(server.adopted).toBe(false);
    expect(await query(server.adminUrl, 'SELECT fact FROM kept')).toEqual([{ fact: 1 }]);
  }, 30_000);

  it('says what PostgreSQL said when it cannot start', async () => {
    await server.stop();
    const file = path.join(dataDir, 'postgresql.conf');
    const good = fs.readFileSync(file);
    fs.appendFileSync(file, '\nno_such_setting = 1\n');
    await expect(start()).rejects.toThrow(/did not start[\s\S]*no_such_setting/);
    fs.writeFileSync(file, good);
    server = await start();
  }, 30_000);
});
