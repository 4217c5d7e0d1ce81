/** The five subgraphs, in the order in which they are started and listed. */
export const SUBGRAPH_NAMES = ['suppliers', 'inventory', 'production', 'quality', 'operations'] as const;
export type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

export function isSubgraphName(name: string): name is SubgraphName {
  return (SUBGRAPH_NAMES as readonly string[]).includes(name);
}
