import { supplierIdOf } from '@sightline/contracts/identities';
import type { Abuse } from '../abuse';

const ENTITIES = JSON.stringify({
  query:
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Supplier { name purchaseOrderLines { totalCount } } } }',
  variables: { r: [{ __typename: 'Supplier', id: supplierIdOf('RIVAL'), name: 'forged', tier: 'STRATEGIC' }] },
});

/** Whoever reaches a subgraph's own port. */
export const subgraphs: readonly Abuse[] = [
  {
    id: 'A14',
    attack: '`_entities` and introspection at a subgraph’s port, unsigned',
    before: true,
    run: async (world) => {
      for (const body of [ENTITIES, JSON.stringify({ query: '{ _service { sdl } __schema { types { name } } }' })]) {
        const answer = await world.toSubgraph('suppliers', body, {});
        world.is(answer.status, 401, 'status');
        world.holds(!answer.text.includes('RIVAL'), 'nothing told');
      }
      return { happened: '401', code: '401' };
    },
  },
  {
    id: 'A15',
    attack: 'forged fields in a representation, as supplier A',
    before: false,
    run: async (world) => {
      const actor = {
        id: 'a',
        name: 'a',
        persona: 'supplier' as const,
        scopes: ['figures:read' as const, 'orders:read' as const],
        supplierIds: [supplierIdOf('ACME')],
        plantIds: null,
      };
      const answer = await world.toSubgraph('suppliers', ENTITIES, world.signed('suppliers', ENTITIES, { actor }));
      world.is(answer.status, 200, 'status');
      world.holds(!/RIVAL|forged/.test(answer.text), `nothing of the rival in ${answer.text}`);
      return { happened: 'the row is read again under its own policy: nothing is there', code: 'null' };
    },
  },
  {
    id: 'A16',
    attack: '`x-tenant`, `x-user`, `x-forwarded-*` and call headers from outside',
    before: false,
    run: async (world) => {
      const query = '{ suppliers(first: 50) { totalCount edges { node { code } } } }';
      const token = await world.platform.token('executive', supplierIdOf('ACME'));
      const body = JSON.stringify({ query });
      const forged = {
        'x-tenant': 'RIVAL',
        'x-user': 'admin',
        'x-forwarded-user': 'admin',
        'x-svc-auth': 'v1',
        ...world.signed('suppliers', body, {
          actor: { id: 'r', name: 'r', persona: 'admin', scopes: ['orders:read'], supplierIds: null, plantIds: null },
        }),
      };
      const [plain, dressed] = [await world.send(token, body), await world.send(token, body, { headers: forged })];
      world.is(dressed.data, plain.data, 'answer');
      world.holds(!dressed.text.includes('RIVAL'), 'nothing of the rival');
      return { happened: 'without effect', code: '200' };
    },
  },
  {
    id: 'A17',
    attack: 'a captured call to a subgraph, replayed at once and after 31 s',
    before: true,
    run: async (world) => {
      const headers = world.signed('suppliers', ENTITIES);
      world.is((await world.toSubgraph('suppliers', ENTITIES, headers)).status, 200, 'first');
      world.is((await world.toSubgraph('suppliers', ENTITIES, headers)).status, 401, 'the same nonce');
      const old = world.signed('suppliers', ENTITIES, {}, Date.now() - 31_000);
      world.is((await world.toSubgraph('suppliers', ENTITIES, old)).status, 401, 'after 31 s');
      return { happened: '401 both times', code: '401' };
    },
  },
  {
    id: 'A18',
    attack: 'a signed call with another body, and to another subgraph',
    before: true,
    run: async (world) => {
      const changed = ENTITIES.replace('totalCount', 'totalCount pageInfo { hasNextPage }');
      world.is((await world.toSubgraph('suppliers', changed, world.signed('suppliers', ENTITIES))).status, 401, 'body');
      world.is(
        (await world.toSubgraph('quality', ENTITIES, world.signed('suppliers', ENTITIES))).status,
        401,
        'audience',
      );
      return { happened: '401 both times', code: '401' };
    },
  },
];
