import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written by the build of the dashboard, in a folder that is not served. */
const MANIFEST = '.vite/trusted-documents.json';

/**
 * Operations that were read by people before they were released: text by the SHA-256 of it. They need no scope of their own,
 * and they keep their place in every cache, whatever strangers ask.
 */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** No operation is trusted. */
export const NONE_TRUSTED: TrustedDocuments = new Map();

/**
 * Reads manifests: JSON objects that give each operation's text by its hash, `sha256:` before it or not.
 *
 * @param files  absolute paths
 * @throws Error that names the file which cannot be read or is no manifest
 */
export function readTrustedDocuments(files: readonly string[]): TrustedDocuments {
  const documents = new Map<string, string>();
  for (const file of files) {
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest))
      throw new Error(`${file} is no manifest of trusted documents: an object of texts by hash is expected.`);
    for (const [hash, text] of Object.entries(manifest)) {
      if (typeof text !== 'string') throw new Error(`${file} gives no text for ${hash}.`);
      documents.set(plainHash(hash), text);
    }
  }
  return documents;
}

/** The dashboard's manifest, where a built dashboard has one. */
export function manifestOf(dashboardDir: string | null): readonly string[] {
  const file = dashboardDir === null ? null : join(dashboardDir, MANIFEST);
  return file !== null && existsSync(file) ? [file] : [];
}

export const plainHash = (hash: string): string => hash.replace(/^sha256:/, '');
