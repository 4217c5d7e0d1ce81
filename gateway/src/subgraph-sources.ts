import { SUBGRAPH_NAMES, isSubgraphName, type SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphPort } from '@sightline/contracts/subgraph-port';
import type { SubgraphCallerSettings } from './calls/subgraph-caller';
import { SubgraphSource } from './subgraph-source';

/**
 * How each subgraph is asked. Made once for a gateway, whatever supergraph it serves: what was learned of a subgraph (that it
 * fails, what it is given already) holds for queries and events, before and after a reload.
 */
export class SubgraphSources {
  readonly byName: ReadonlyMap<SubgraphName, SubgraphSource>;

  constructor(ports: Readonly<Record<SubgraphName, SubgraphPort>>, settings: SubgraphCallerSettings) {
    this.byName = new Map(SUBGRAPH_NAMES.map((name) => [name, new SubgraphSource(ports[name], settings)] as const));
  }

  /** @throws when a plan or a supergraph names a subgraph that nobody serves */
  of(name: string): SubgraphSource {
    const source = isSubgraphName(name) ? this.byName.get(name) : undefined;
    if (!source) throw new Error(`The supergraph names a subgraph "${name}" that this gateway does not know.`);
    return source;
  }

  /** Subgraphs that do not answer a signed call within the time given, in milliseconds. */
  async silent(withinMs: number): Promise<readonly SubgraphName[]> {
    const answers = await Promise.all(
      [...this.byName].map(async ([name, source]) => ((await source.answers(withinMs)) ? null : name)),
    );
    return answers.filter((name) => name !== null);
  }
}
