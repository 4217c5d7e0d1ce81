import type { SubgraphName } from '@sightline/contracts/subgraph-names';
import type { SubgraphManifest } from '@sightline/kit/server/manifest';

/** Loads the manifest of one subgraph; its code and that of no other. */
export async function loadManifest(name: SubgraphName): Promise<SubgraphManifest> {
  switch (name) {
    case 'suppliers':
      return (await import('@sightline/suppliers/subgraph')).subgraph;
    case 'inventory':
      return (await import('@sightline/inventory/subgraph')).subgraph;
    case 'production':
      return (await import('@sightline/production/subgraph')).subgraph;
    case 'quality':
      return (await import('@sightline/quality/subgraph')).subgraph;
    case 'operations':
      return (await import('@sightline/operations/subgraph')).subgraph;
  }
}
