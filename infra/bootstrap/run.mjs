import { spawn } from 'node:child_process';
import { PROJECT } from './project.mjs';

const running = new Set();
let handled = false;

/**
 * Runs a program and collects what it prints.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean, limitMs?: number }} [options] `show` prints as it comes
 * @returns {Promise<{ status: number | null, output: string }>}
 */
export function run(file, args, { cwd = PROJECT, env = process.env, show = false, limitMs } = {}) {
  endChildrenWithUs();
  return new Promise((resolve, reject) => {
    // A group of its own, so that all it starts can be ended with it.
    const child = spawn(file, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    const limit = limitMs === undefined ? undefined : setTimeout(() => endGroup(child, 'SIGKILL'), limitMs);
    const done = () => {
      running.delete(child);
      clearTimeout(limit);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (status) => {
      done();
      resolve({ status, output });
    });
  });
}

/** Ctrl-C and SIGTERM end what we run, then us. Given back when the platform takes over. */
function endChildrenWithUs() {
  if (handled) return;
  handled = true;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
}

/** Hands the signals over to whoever runs next in this process. */
export async function releaseSignals() {
  // One that came while we were busy waits for the event loop; taking the handler away first would lose it.
  await new Promise((resolve) => setTimeout(resolve, 1));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, stop);
  handled = false;
}

function stop() {
  for (const child of running) endGroup(child, 'SIGTERM');
  const end = () => process.exit(130);
  const left = new Set([...running].filter((child) => child.exitCode === null && child.signalCode === null));
  if (left.size === 0) end();
  for (const child of left) child.once('exit', () => left.delete(child) && left.size === 0 && end());
  setTimeout(() => {
    for (const child of running) endGroup(child, 'SIGKILL');
    end();
  }, 3_000);
}

function endGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
