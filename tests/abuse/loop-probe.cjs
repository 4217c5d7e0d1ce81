/**
 * Loaded into the gateway's process by the abuse harness (`NODE_OPTIONS=--require`). On SIGUSR2 it writes how long the event
 * loop was held at most since the last time, and the processor time used, and begins anew.
 */
const { monitorEventLoopDelay } = require('node:perf_hooks');
const { renameSync, writeFileSync } = require('node:fs');

const file = process.env.SIGHTLINE_LOOP_PROBE;
if (file !== undefined && (process.argv[1] ?? '').endsWith('gateway-process.js')) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let since = process.cpuUsage();
  process.on('SIGUSR2', () => {
    const { user, system } = process.cpuUsage(since);
    // Of the interval between two looks, one millisecond is the wait that was asked for.
    const report = { longestMs: Math.max(0, delay.max / 1e6 - 1), cpuMs: (user + system) / 1_000 };
    writeFileSync(`${file}.part`, JSON.stringify(report));
    renameSync(`${file}.part`, file);
    delay.reset();
    since = process.cpuUsage();
  });
}
