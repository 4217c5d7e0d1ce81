import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lockHome, openHome, readKeys, readRunRecord, removeRunRecord, writeRunRecord, type RunRecord } from './home';

let homeDir: string;
beforeEach(() => {
  homeDir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'sightline-home-')), 'state');
  openHome(homeDir);
});
afterEach(() => fs.rmSync(path.dirname(homeDir), { recursive: true }));

const record: RunRecord = {
  pid: process.pid,
  port: 4000,
  url: 'http://127.0.0.1:4000',
  mode: 'together',
  startedAt: '2026-11-21T00:00:00.000Z',
  subgraphs: {},
  controlUrl: 'http://127.0.0.1:1',
};

describe('the state folder', () => {
  it('is closed to others, and so are the keys', () => {
    const keys = readKeys(homeDir);
    expect(keys.signing.current.secret).toMatch(/^[0-9a-f]{64}$/);
    for (const name of [homeDir, keys.dir]) expect(fs.statSync(name).mode & 0o077).toBe(0);
    for (const name of fs.readdirSync(keys.dir)) expect(fs.statSync(path.join(keys.dir, name)).mode & 0o077).toBe(0);
  });

  it('keeps its keys', () => {
    expect(readKeys(homeDir)).toEqual(readKeys(homeDir));
  });

  it('still verifies with the key before, when there is one', () => {
    const { dir, signing } = readKeys(homeDir);
    fs.renameSync(path.join(dir, 'call-signing'), path.join(dir, 'call-signing.previous'));
    const changed = readKeys(homeDir).signing;
    expect(changed.previous).toEqual(signing.current);
    expect(changed.current).not.toEqual(signing.current);
  });

  it('does not replace a damaged key silently', () => {
    const { dir } = readKeys(homeDir);
    fs.writeFileSync(path.join(dir, 'cursor'), 'half a k');
    expect(() => readKeys(homeDir)).toThrow(/cursor does not hold a key/);
  });

  it('says where the platform runs, whole or not at all', () => {
    expect(readRunRecord(homeDir)).toBeNull();
    writeRunRecord(homeDir, record);
    expect(readRunRecord(homeDir)).toEqual(record);
    removeRunRecord(homeDir);
    expect(readRunRecord(homeDir)).toBeNull();
  });
});

describe('the lock of the state folder', () => {
  it('refuses a second launcher and names the first and its address', () => {
    const unlock = lockHome(homeDir);
    writeRunRecord(homeDir, record);
    expect(() => lockHome(homeDir)).toThrow(`process ${process.pid} and answers at http://127.0.0.1:4000`);
    unlock();
    lockHome(homeDir)();
  });

  it.each([
    ['whose launcher was killed', JSON.stringify({ pid: 4_194_305, started: '1' })],
    ['whose number another process has now', JSON.stringify({ pid: process.pid, started: 'long ago' })],
    ['that is damaged', '{"pid'],
  ])('is taken over from one %s', (_name, left) => {
    fs.writeFileSync(path.join(homeDir, 'launcher.lock'), left);
    lockHome(homeDir)();
    expect(fs.readdirSync(homeDir)).toEqual(['keys']);
  });
});
