import { supplierIdOf } from '@sightline/contracts/identities';
import { lineInput, sendFacts, supplierInput } from '../../testkit/facts';
import type { StoryPlatform } from '../../testkit/platform';
import { hold, type Fault } from '../fault';

const now = (): string => new Date().toISOString();

/** Operations of a supplier's own, which have to be released. */
export const SUPPLIERS_OPERATION = `query ($id: ID!) {
  supplier(id: $id) { id name }
  purchaseOrderLines(first: 50) { edges { node { orderNumber supplier { id code } } } }
}`;

/** What is answered whatever happens: regression cases 25 and 26. */
export const answers = (platform: StoryPlatform): readonly Fault[] => [
  {
    id: '25',
    fault: "a supplier asks for another supplier's data, by id and through its own lists",
    wanted: 'null, and only its own rows',
    async run() {
      await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [
        supplierInput('TENANT-A', now()),
        supplierInput('TENANT-B', now()),
      ]);
      await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [
        lineInput('TA', 'TENANT-A', now()),
        lineInput('TB', 'TENANT-B', now()),
      ]);
      const [mine, foreign] = [supplierIdOf('TENANT-A'), supplierIdOf('TENANT-B')];
      const { data } = await platform.ask<{
        supplier: unknown;
        purchaseOrderLines: { edges: { node: { supplier: { id: string } } }[] };
      }>('supplier', SUPPLIERS_OPERATION, { id: foreign }, mine);
      hold(data.supplier === null, 'the other supplier is shown');
      const rows = data.purchaseOrderLines.edges.map(({ node }) => node.supplier.id);
      hold(rows.length > 0 && rows.every((id) => id === mine), `rows of ${[...new Set(rows)].join(', ')}`);
      return `null by id; ${rows.length} row(s), all its own`;
    },
  },
  {
    id: '26',
    fault: 'an entity that its owner does not know stands beside others that it does',
    wanted: 'only that one is null',
    async run() {
      const answer = await platform.ask<{ supplier: unknown; nobody: unknown }>(
        'executive',
        'query ($id: ID!) { supplier(id: $id) { name } nobody: supplier(id: "supplier:none") { name } }',
        { id: supplierIdOf('TENANT-A') },
      );
      hold(answer.data.supplier !== null, 'the known one is null as well');
      hold(answer.data.nobody === null, 'the unknown one is shown');
      return 'the unknown one is null, the known one is there';
    },
  },
];
