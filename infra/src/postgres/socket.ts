import fs from 'node:fs';
import path from 'node:path';

/** A socket's address has 104 bytes on macOS and 108 on Linux, its end included. */
const LONGEST_ADDRESS = 103;
const LARGEST_PORT = 65_535;

const socketFile = (root: string, port: number): string => path.join(root, `.s.PGSQL.${port}`);

/**
 * The folder in which the server listens on a socket beside its port: a message through it costs a quarter less than one
 * over the loopback address, on both sides. Only the owner of the server's folder can enter it.
 *
 * @param root  the server's folder
 * @returns null: its path is too long for the address of a socket, or Node cannot connect to one here
 */
export const socketFolder = (root: string): string | null =>
  process.platform === 'win32' || Buffer.byteLength(socketFile(root, LARGEST_PORT)) > LONGEST_ADDRESS ? null : root;

/** True when the server that runs on a port listens on a socket too; one that an older version has left may not. */
export const hasSocket = (root: string, port: number): boolean =>
  socketFolder(root) !== null && fs.existsSync(socketFile(root, port));

/**
 * Removes what a killed server has left: its lock names a process whose number another program may carry by now, for which
 * PostgreSQL would wait. No server may run on this folder.
 */
export function removeSockets(root: string): void {
  for (const name of fs.readdirSync(root))
    if (/^\.s\.PGSQL\.\d+(\.lock)?$/.test(name)) fs.rmSync(path.join(root, name), { force: true });
}
