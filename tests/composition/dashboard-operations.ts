import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface DashboardDocument {
  file: string;
  /** Operations and fragments, as GraphQL text. */
  text: string;
}

// An address that ends in /graphql, at the end of a template, is no call.
const CALLS = /(?<![\w/])(?:graphql|gql)\s*\(?\s*(?:\/\*[^]*?\*\/\s*)?`([^`]*)`/g;

/**
 * Every operation and fragment that the dashboard's sources contain, generated files left out.
 *
 * @param root absolute path of the repository
 */
export function readDashboardDocuments(root: string): DashboardDocument[] {
  const folder = path.join(root, 'dashboard/src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter(
      (file) =>
        !file.startsWith(path.join('dashboard/src/gql')) &&
        /\.(graphql|tsx?)$/.test(file) &&
        !/\.test\.tsx?$/.test(file),
    )
    .sort()
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      if (file.endsWith('.graphql')) return [{ file, text }];
      return [...text.matchAll(CALLS)].map((call) => ({ file, text: call[1]! }));
    });
}
