// `npm test`: installs and builds what is missing, then runs every test. What follows `--` goes to jest.
import { requireNode } from './bootstrap/node-version.mjs';

requireNode();
import('./bootstrap/test.mjs').then((bootstrap) => bootstrap.test(process.argv.slice(2)));
