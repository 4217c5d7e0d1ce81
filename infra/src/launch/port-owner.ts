import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

/**
 * Looks whether a port can be listened on.
 *
 * @returns null when it can; otherwise a sentence that names the port, the process that holds it when the system tells, and the way out
 */
export async function explainPort(host: string, port: number): Promise<string | null> {
  const code = await tryPort(host, port);
  if (code === null) return null;
  if (code === 'EADDRINUSE') {
    const owner = portOwner(port);
    const who = owner === null ? 'another program' : `process ${owner.pid} (${owner.name})`;
    return `Port ${port} on ${host} is taken by ${who}. Stop it, or choose another port: SIGHTLINE_PORT=${port + 1} npm start`;
  }
  if (code === 'EACCES')
    return `Port ${port} may not be used by this user. Choose one above 1023: SIGHTLINE_PORT=4000 npm start`;
  return `Nothing can listen on ${host}, port ${port} (${code}). Check SIGHTLINE_HOST.`;
}

function tryPort(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port }, () => server.close(() => resolve(null)));
  });
}

/** The process that listens on a port, from what Linux tells about sockets; null where it does not tell. */
export function portOwner(port: number): { pid: number; name: string } | null {
  if (process.platform !== 'linux') return null;
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) => listeningSockets(file, port)));
  if (sockets.size === 0) return null;
  for (const pid of fs.readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    if (openFiles(pid).some((target) => sockets.has(target)))
      return { pid: Number(pid), name: fs.readFileSync(`/proc/${pid}/comm`, 'utf8').trim() };
  }
  return null;
}

/** Socket names ("socket:[123]") that listen (state 0A) on the port, which the table gives in hexadecimal. */
function listeningSockets(table: string, port: number): string[] {
  if (!fs.existsSync(table)) return [];
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return fs
    .readFileSync(table, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => state === '0A' && local.endsWith(suffix))
    .map((columns) => `socket:[${columns[9]}]`);
}

/** Other users' processes, and those that have just ended, tell nothing. */
function openFiles(pid: string): string[] {
  const folder = path.join('/proc', pid, 'fd');
  try {
    return fs.readdirSync(folder).map((fd) => {
      try {
        return fs.readlinkSync(path.join(folder, fd));
      } catch {
        return '';
      }
    });
  } catch {
    return [];
  }
}
