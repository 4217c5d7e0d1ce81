import path from 'node:path';
import { failed } from './failed.mjs';
import { readIfThere } from './install.mjs';
import { inProject, Trouble } from './project.mjs';

/** Stops or starts one subgraph of the running platform, or lists them all. */
export async function switchSubgraph([action = 'list', name, ...rest]) {
  try {
    if (
      rest.length > 0 ||
      (action === 'list' ? name !== undefined : !['start', 'stop'].includes(action) || name === undefined)
    ) {
      throw new Trouble('Use: npm run subgraph -- list | stop NAME | start NAME');
    }
    const home = path.resolve(process.env.SIGHTLINE_HOME || inProject('.sightline'));
    const run = readIfThere(path.join(home, 'run.json'));
    const token = readIfThere(path.join(home, 'keys', 'control-token'));
    if (run === null || token === null)
      throw new Trouble(`No Sightline runs with ${home}. Start it (npm start), or set SIGHTLINE_HOME as it was there.`);
    const { controlUrl } = JSON.parse(run);
    const answer = await ask(
      action === 'list' ? 'GET' : 'POST',
      `${controlUrl}/subgraphs${action === 'list' ? '' : `/${name}/${action}`}`,
      token.trim(),
    );
    for (const one of Array.isArray(answer) ? answer : [answer]) {
      process.stdout.write(`${one.name.padEnd(12)} ${one.state}${one.pid === null ? '' : ` (process ${one.pid})`}\n`);
    }
  } catch (error) {
    failed(error);
  }
}

async function ask(method, url, token) {
  let response;
  try {
    response = await fetch(url, { method, headers: { authorization: `Bearer ${token}` } });
  } catch (error) {
    throw new Trouble(
      `The platform does not answer at ${url} (${error.cause?.code ?? error.message}). Was it killed? Start it again: npm start`,
    );
  }
  const body = await response.json();
  if (!response.ok) throw new Trouble(body.error ?? `The platform answered with status ${response.status}.`);
  return body;
}
