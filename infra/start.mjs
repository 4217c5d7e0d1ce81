// `npm start`: installs and builds what is missing, then runs the platform in this process. Needs nothing but Node and npm.
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
// Read only now: older versions of Node cannot.
import('./bootstrap/start.mjs').then((bootstrap) => bootstrap.start(process.argv.slice(2)));
