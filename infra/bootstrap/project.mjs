import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const PROJECT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Where what was installed and built is noted: it goes when node_modules goes. */
export const STAMPS = path.join(PROJECT, 'node_modules', '.sightline');

/** The user can do something about it; the message says what. */
export class Trouble extends Error {}

/** A file of the project. */
export const inProject = (...parts) => path.join(PROJECT, ...parts);
