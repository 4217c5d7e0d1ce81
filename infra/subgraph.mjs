// `npm run subgraph -- stop quality`, `start quality`, `list`: single subgraphs of the running platform.
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
import('./bootstrap/subgraph.mjs').then((bootstrap) => bootstrap.switchSubgraph(process.argv.slice(2)));
