import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { readIfThere } from './install.mjs';
import { inProject, Trouble } from './project.mjs';

/**
 * Refuses to begin when the platform's port is taken. Only a first look, before anything is installed; the launcher
 * looks again. A port that is no number is the launcher's to refuse.
 */
export async function requireFreePort() {
  const port = Number(process.env.SIGHTLINE_PORT || 4000);
  const host = process.env.SIGHTLINE_HOST || '127.0.0.1';
  if (!Number.isInteger(port) || port < 0 || port > 65_535 || !(await isTaken(host, port))) return;
  const own = ownLauncher(port);
  if (own !== null) {
    throw new Trouble(
      `Sightline already runs: process ${own.pid}, ${own.url}. Stop that one first (Ctrl-C there, or kill ${own.pid}), ` +
        'or start with another SIGHTLINE_HOME and SIGHTLINE_PORT.',
    );
  }
  const owner = ownerOf(port);
  throw new Trouble(
    `Port ${port} on ${host} is taken by ${owner === null ? 'another program' : `process ${owner.pid} (${owner.name})`}. ` +
      `Stop it, or choose another port: SIGHTLINE_PORT=${port + 1} npm start`,
  );
}

function isTaken(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    server.listen({ host, port }, () => server.close(() => resolve(false)));
  });
}

/** The platform of the same state folder, when it is the one on that port. */
function ownLauncher(port) {
  const text = readIfThere(path.join(process.env.SIGHTLINE_HOME || inProject('.sightline'), 'run.json'));
  if (text === null) return null;
  const run = JSON.parse(text);
  return run.port === port && fs.existsSync(`/proc/${run.pid}`) ? run : null;
}

/** The process that listens on a port, as Linux tells it; null where it does not. */
function ownerOf(port) {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = new Set();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of (readIfThere(table) ?? '').split('\n')) {
      const columns = line.trim().split(/\s+/);
      if (columns[3] === '0A' && columns[1].endsWith(suffix)) sockets.add(`socket:[${columns[9]}]`);
    }
  }
  if (sockets.size === 0) return null;
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (openFiles(pid).some((target) => sockets.has(target)))
      return { pid: Number(pid), name: (readIfThere(`/proc/${pid}/comm`) ?? '').trim() };
  }
  return null;
}

/** Other users' processes, and those that have just ended, tell nothing. */
function openFiles(pid) {
  const folder = `/proc/${pid}/fd`;
  try {
    return fs.readdirSync(folder).map((name) => {
      try {
        return fs.readlinkSync(path.join(folder, name));
      } catch {
        return '';
      }
    });
  } catch {
    return [];
  }
}
