// `npm run import -- scms FILE`: makes sure that the importer is built and hands over to it, in this process.
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
import('./bootstrap/import.mjs').then((bootstrap) => bootstrap.importFile());
