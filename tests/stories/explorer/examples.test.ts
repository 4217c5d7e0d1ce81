import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { PERSONAS } from '@sightline/contracts/actor';
import { supplierIdOf } from '@sightline/contracts/identities';
import { eventually, lineInput, receiptInput, sendFacts, supplierInput } from '../../testkit/facts';
import { StoryPlatform } from '../../testkit/platform';
import { readExamples, type ExampleFile } from './examples';

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly { message: string; extensions?: { code?: string } }[];
}

const EXAMPLES = readExamples();
const named = (kinds: readonly ExampleFile['kind'][]): [string, ExampleFile][] =>
  EXAMPLES.filter(({ kind }) => kinds.includes(kind)).map((example) => [example.name, example]);

// The platform serves the dashboard as it is built: what a supplier may ask is what that build wrote down.
describe('the examples of the explorer', () => {
  let platform: StoryPlatform;
  const now = (): string => new Date().toISOString();
  const tokenOf = (persona: string): Promise<string> =>
    persona === 'supplier' ? platform.token(persona, supplierIdOf('ACME')) : platform.token(persona);
  const ask = async (persona: string, query: string): Promise<Answer> => {
    const answer = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(persona)}` },
      body: JSON.stringify({ query }),
    });
    return (await answer.json()) as Answer;
  };

  beforeAll(async () => {
    platform = await StoryPlatform.start('together');
    await sendFacts(platform, 'onboardSuppliers', 'SupplierInput', [supplierInput('ACME', now())]);
    await sendFacts(platform, 'sendPurchaseOrderLines', 'PurchaseOrderLineInput', [
      lineInput('L1', 'ACME', now()),
      lineInput('L2', 'ACME', now()),
    ]);
    await sendFacts(platform, 'postGoodsReceipts', 'GoodsReceiptInput', [receiptInput('L1', now())]);
    await eventually(
      () => ask('developer', '{ stockPositions { edges { node { id } } } inspectionLots { edges { node { id } } } }'),
      ({ data, errors }) => errors === undefined && JSON.stringify(data).split('"id"').length > 2,
    );
  }, 120_000);
  afterAll(() => platform?.stop());

  it('are there for every persona', () => {
    expect([...new Set(EXAMPLES.map(({ persona }) => persona))].sort()).toEqual([...PERSONAS].sort());
  });

  it.each(named(['query', 'mutation']))('%s is answered whole for its persona', async (_, { persona, text }) => {
    const { data, errors } = await ask(persona, text);
    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
    expect(Object.keys(data ?? {})).not.toEqual([]);
  });

  it.each(named(['subscription']))('%s begins for its persona', async (_, { persona, text }) => {
    const client = createClient({
      url: `${platform.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${await tokenOf(persona)}` },
    });
    const { value } = await client.iterate({ query: text }).next();
    expect(value.errors).toBeUndefined();
    expect(Object.values(value.data ?? {})[0]).toMatchObject({ cursor: expect.any(String) });
    await client.dispose();
  });

  it('tell a supplier of itself alone, and what it writes itself is refused', async () => {
    const own = EXAMPLES.find(({ name }) => name === 'supplier/how-we-are-seen')!;
    const { data } = await ask('supplier', own.text);
    expect(data).toMatchObject({ suppliers: { edges: [{ node: { code: 'ACME' } }] } });
    const { errors } = await ask('supplier', '{ suppliers { edges { node { id } } } }');
    expect(errors?.[0]?.extensions?.code).toBe('DOCUMENT_NOT_TRUSTED');
  });
});
