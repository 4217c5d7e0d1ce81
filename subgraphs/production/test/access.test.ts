import { supplierIdOf, plantIdOf, naturalWorkOrderKey, workOrderIdOf } from '@sightline/contracts/identities';
import { actorOf } from '@sightline/kit/testing/run-platform';
import type { Actor } from '@sightline/contracts/actor';
import { ERP, ProductionPlatform } from './production-platform';

let told: ProductionPlatform;
const supplier = actorOf('supplier', [supplierIdOf('ACME')]);
/** A token of another issuer that gave a supplier every right there is: what is behind the guards still shows it nothing. */
const overpowered: Actor = { ...actorOf('admin'), persona: 'supplier', supplierIds: [supplierIdOf('ACME')] };
const ID = workOrderIdOf(naturalWorkOrderKey(ERP, 'HAM', 'SECRET'));

beforeAll(async () => {
  told = await ProductionPlatform.start('2026-03-20T12:00:00Z');
  await told.release(told.order('SECRET'));
  await told.record(told.event('SECRET', 'COMPLETED', '2026-03-05T12:00:00Z', { quantity: '100' }));
  await told.platform.settle();
});
afterAll(() => told.stop());

const FIGURE = 'value n contributions { totalCount edges { node { label subjectId } } }';
const paths: [string, string][] = [
  ['a list', `{ workOrders { totalCount edges { node { id number } } } }`],
  ['an id', `{ workOrder(id: "${ID}") { id number } }`],
  ['a number', `{ workOrder(number: "SECRET") { id number } }`],
  [
    'an outside name',
    `{ workOrder(externalId: { sourceSystemId: "${ERP}", type: "workOrder", value: "HAM/SECRET" }) { id number } }`,
  ],
  [
    'a plant',
    `{ _entities(representations: [{ __typename: "Plant", id: "${plantIdOf('HAM')}" }]) {
     ... on Plant { workOrders { totalCount edges { node { number } } } } } }`,
  ],
  [
    'an entity',
    `{ _entities(representations: [{ __typename: "WorkOrder", id: "${ID}" }]) { ... on WorkOrder { number } } }`,
  ],
  [
    'figures',
    `{ productionPerformance { scheduleAdherence { ${FIGURE} } firstPassYield { ${FIGURE} } unposted { ${FIGURE} } unpostedOrders } }`,
  ],
  [
    'the past',
    `{ productionPerformance(asOf: "2026-03-10T00:00:00Z") { unposted { ${FIGURE} } oldestUnpostedSeconds } }`,
  ],
  ['a split', `{ productionPerformance { byPlant { plant { id } unpostedOrders } series { dueOrders } } }`],
];

describe.each(paths)('through %s', (_, query) => {
  it('the buyer sees work orders', async () => {
    const answer = await told.platform.ask('production', 'planner', query);
    expect(answer.errors).toEqual([]);
    expect(JSON.stringify(answer.data)).toMatch(/SECRET|100|"unpostedOrders":1/);
  });

  it('a supplier sees none', async () => {
    const answer = await told.platform.ask('production', supplier, query);
    // An order that the caller may not see is no order: its reference is unknown, and nothing is there to be forbidden.
    if (!query.includes('"WorkOrder"')) expect(answer.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    expect(JSON.stringify(answer.data)).not.toMatch(/SECRET|100/);
  });

  it('a supplier with every right there is sees none either', async () => {
    const answer = await told.platform.ask('production', overpowered, query);
    expect(answer.errors).toEqual([]);
    expect(JSON.stringify(answer.data)).not.toMatch(/SECRET|"value":100|"n":1|"unpostedOrders":1|"dueOrders":1/);
  });
});

it('the door is closed to whoever may only read', async () => {
  for (const who of [supplier, actorOf('planner')]) {
    const answer = await told.platform.ask('production', who, `mutation { releaseWorkOrders(inputs: []) { applied } }`);
    expect(answer.errors[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  }
});
