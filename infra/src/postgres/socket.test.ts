import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { removeSockets, socketFolder } from './socket';

describe('the socket of the database', () => {
  it('is in the folder of the server, unless that path is too long for the address of a socket', () => {
    expect(socketFolder('/home/ada/.sightline/postgres')).toBe('/home/ada/.sightline/postgres');
    const longest = `/${'x'.repeat(87)}`;
    expect(socketFolder(longest)).toBe(longest);
    expect(socketFolder(`${longest}x`)).toBeNull();
    // Counted in bytes: the system does so.
    expect(socketFolder(`/${'é'.repeat(44)}`)).toBeNull();
  });

  it('of a server that was killed is taken away, and nothing else', () => {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'sightline socket '));
    for (const name of ['.s.PGSQL.54329', '.s.PGSQL.54329.lock', 'server.log', 'ballast'])
      fs.writeFileSync(path.join(root, name), '');
    removeSockets(root);
    expect(fs.readdirSync(root).sort()).toEqual(['ballast', 'server.log']);
    fs.rmSync(root, { recursive: true });
  });
});
