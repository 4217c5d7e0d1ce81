import './environment';
import { demoWish } from './demo';
import { runPlatform, type RunOptions } from './run-platform';
import { startTogether } from './start-together';

/** Runs the whole platform in this process until it is told to stop: what `npm start` does. */
export const runTogether = (options: RunOptions = {}): Promise<void> => runPlatform(startTogether, options);

if (require.main === module) void runTogether({ demo: demoWish(process.argv.slice(2)) });
