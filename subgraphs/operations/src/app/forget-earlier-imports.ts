import { IMPORTING_SUBGRAPHS } from '@sightline/contracts/subgraph-ports';
import { ok, refuse, type Result } from '@sightline/kit/result/result';
import type { RequestContext } from '@sightline/kit/server/manifest';
import { importsToForget, markForgotten } from '../data/import-job.repository';
import type { Refusal } from '../domain/refusals';
import { collectProgress } from './collect-progress';

const LONGEST_WAIT_MS = 3_000;
const PAUSE_MS = 50;

/**
 * Waits until every subgraph that takes facts of imports has heard of the drops of this source's earlier imports. Before
 * that, a fact of the next import would be taken for one of the dropped import, and would never count.
 */
export async function forgetEarlierImports(
  { services, read, command }: Pick<RequestContext, 'services' | 'read' | 'command'>,
  sourceSystemId: string,
): Promise<Result<null, Refusal>> {
  let waiting = await read((manager) => importsToForget(manager, sourceSystemId));
  for (let waited = 0; waiting.length > 0; waited += PAUSE_MS) {
    const forgotten: string[] = [];
    for (const importId of waiting) if (await isForgotten(services, importId)) forgotten.push(importId);
    if (forgotten.length > 0) await command((manager) => markForgotten(manager, forgotten));
    waiting = waiting.filter((importId) => !forgotten.includes(importId));
    if (waiting.length === 0) break;
    if (waited >= LONGEST_WAIT_MS) return refuse({ kind: 'EarlierImportInTheWay', importIds: waiting });
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return ok(null);
}

async function isForgotten(services: RequestContext['services'], importId: string): Promise<boolean> {
  const request = { visibleFrom: null, visibleTo: null, importId, flows: false };
  const { reports, unreachable } = await collectProgress(services, IMPORTING_SUBGRAPHS, () => request);
  return unreachable.length === 0 && reports.every((report) => report.importDropped === true);
}
