import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startPostgres } from './embedded-postgres';
import { codeOf } from './error-code';
import { isAlive, isPostgres, readPostmasterFile, signal, startOf, waitForEnd } from './postmaster';

const PREFIX = 'sightline-temporary-';

/**
 * Starts a PostgreSQL for tests and benches in a folder of its own, which `stop` removes. It keeps the promises of the real one (fsync
 * on). What an earlier run left behind that was killed is ended and removed first.
 */
export async function startTemporaryPostgres(): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  await removeAbandoned();
  const homeDir = fs.mkdtempSync(path.join(os.tmpdir(), PREFIX));
  fs.writeFileSync(ownerFile(homeDir), JSON.stringify({ pid: process.pid, started: startOf(process.pid) }));
  try {
    const server = await startPostgres({ homeDir, log: () => undefined, sharedBuffersMb: 128, preferredPort: 0 });
    return {
      adminUrl: server.adminUrl,
      stop: async () => {
        await server.stop();
        fs.rmSync(homeDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    fs.rmSync(homeDir, { recursive: true, force: true });
    throw error;
  }
}

/** Ends the servers and removes the folders whose owner is gone. Those of other users are theirs. */
async function removeAbandoned(): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const homeDir = path.join(os.tmpdir(), name);
    try {
      if (!fs.existsSync(ownerFile(homeDir))) continue;
      const owner = JSON.parse(fs.readFileSync(ownerFile(homeDir), 'utf8')) as { pid: number; started: string | null };
      if (isAlive(owner.pid) && startOf(owner.pid) === owner.started) continue;
      const server = readPostmasterFile(path.join(homeDir, 'postgres', 'data'));
      if (server !== null && isAlive(server.pid) && isPostgres(server.pid) === true) {
        signal(server.pid, 'SIGQUIT');
        await waitForEnd(server.pid, 5_000);
      }
      fs.rmSync(homeDir, { recursive: true, force: true });
    } catch (error) {
      // Another user's, or being removed by another run at this moment, or not written to its end.
      if (!(error instanceof SyntaxError || codeOf(error) !== null)) throw error;
    }
  }
}

const ownerFile = (homeDir: string): string => path.join(homeDir, 'owner.json');
