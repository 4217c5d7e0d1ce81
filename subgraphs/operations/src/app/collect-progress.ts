import type { ProgressReport, ProgressRequest } from '@sightline/contracts/subgraph-ports';
import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphServices } from '@sightline/kit/server/manifest';

/** A subgraph that takes longer is reported as unreachable, and the others are shown. */
const DEADLINE_MS = 1_000;

export interface Collected {
  reports: readonly ProgressReport[];
  unreachable: readonly SubgraphName[];
}

/** Asks subgraphs for their progress, side by side. One that fails or is late is named, and stops no other. */
export async function collectProgress(
  services: Pick<SubgraphServices, 'ask' | 'log'>,
  names: readonly SubgraphName[],
  requestOf: (name: SubgraphName) => ProgressRequest,
): Promise<Collected> {
  const answers = await Promise.all(
    names.map(async (name): Promise<ProgressReport | SubgraphName> => {
      try {
        return await within(DEADLINE_MS, services.ask<ProgressReport>(name, 'progress', requestOf(name), 0));
      } catch (error) {
        services.log(
          `${name} did not say how far it has come: ${error instanceof Error ? error.message : String(error)}`,
        );
        return name;
      }
    }),
  );
  return {
    reports: answers.filter((answer) => typeof answer !== 'string'),
    unreachable: answers.filter((answer) => typeof answer === 'string'),
  };
}

/** The answer, or an error once the time is over; the work itself is left to its own deadline. */
async function within<Answer>(ms: number, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
