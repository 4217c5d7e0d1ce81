// `npm run simulate -- COMMAND`: makes sure that the simulator is built and hands over to it, in this process.
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
import('./bootstrap/simulate.mjs').then((bootstrap) => bootstrap.simulate());
