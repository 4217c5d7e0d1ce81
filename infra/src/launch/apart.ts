import './environment';
import { demoWish } from './demo';
import { runPlatform, type RunOptions } from './run-platform';
import { startApart } from './start-apart';

/** Runs gateway and subgraphs as processes of their own until it is told to stop: what `npm run start:apart` does. */
export const runApart = (options: RunOptions = {}): Promise<void> => runPlatform(startApart, options);

if (require.main === module) void runApart({ demo: demoWish(process.argv.slice(2)) });
