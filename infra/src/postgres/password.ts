import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { codeOf } from './error-code';

/**
 * The admin's password of the embedded server: 32 random bytes as hexadecimal text, in a file only we may read.
 *
 * @param homeDir the state folder
 * @returns `isNew` when there was none yet
 */
export function ensurePassword(homeDir: string): { password: string; isNew: boolean } {
  const { secret, isNew } = ensureSecret(path.join(homeDir, 'keys', 'postgres-password'));
  return { password: secret, isNew };
}

/**
 * Reads a secret, or makes it: 32 random bytes as 64 hexadecimal digits, in a file of mode 0600 in a folder of mode 0700.
 *
 * @throws when the file holds something else: a damaged key is not replaced silently, for what it signed or opened would be lost
 */
export function ensureSecret(file: string): { secret: string; isNew: boolean } {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (!fs.existsSync(file)) {
    const secret = randomBytes(32).toString('hex');
    // Written aside and linked into place: of two processes one wins, and no reader sees half a key.
    const aside = `${file}.${process.pid}`;
    fs.writeFileSync(aside, `${secret}\n`, { mode: 0o600 });
    try {
      fs.linkSync(aside, file);
      return { secret, isNew: true };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    } finally {
      fs.rmSync(aside);
    }
  }
  const secret = fs.readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(secret))
    throw new Error(
      `${file} does not hold a key (64 hexadecimal digits). Restore it, or remove it to have a new one made.`,
    );
  return { secret, isNew: false };
}
