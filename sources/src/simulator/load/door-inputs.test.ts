import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, getVariableValues, Kind, parse, validate, type GraphQLSchema } from 'graphql';
import { DOOR_OPERATIONS, type FactsOperation } from '../../kit/door-operations';
import { smallWorld } from '../testing/small-world';
import { decimalText, DoorInputs } from './door-inputs';
import { heartbeats, registrations } from './sources-inputs';

const API = path.resolve(__dirname, '..', '..', '..', '..', 'gateway', 'schema', 'api.graphql');

describe('what the simulator sends', () => {
  const { world, history } = smallWorld(0.02);
  const writer = new DoorInputs(world.network, world.settings.anchor);
  let schema: GraphQLSchema;
  beforeAll(() => {
    schema = buildSchema(readFileSync(API, 'utf8'));
  });

  it('is taken by the published schema, every kind of fact', () => {
    const lists = new Map<FactsOperation, object[]>([
      ['registerSources', [...registrations()]],
      ['reportHeartbeats', [...heartbeats(world.settings.anchor)]],
    ]);
    const add = ({ operation, input }: { operation: FactsOperation; input: object }): void =>
      void lists.set(operation, [...(lists.get(operation) ?? []), input]);
    for (const fact of writer.masterData(0)) add(fact);
    for (const told of history.facts.slice(0, 4_000)) add(writer.of(told));
    expect(lists.size).toBe(12);
    for (const [operation, inputs] of lists) {
      const document = parse(DOOR_OPERATIONS[operation]);
      const [definition] = document.definitions;
      if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not an operation');
      const { errors = [] } = getVariableValues(schema, definition.variableDefinitions ?? [], { inputs });
      expect([...validate(schema, document), ...errors].map(({ message }) => message)).toEqual([]);
    }
  });

  it('is labelled simulated, fact by fact, and stamped in the order of things', () => {
    for (const told of history.facts.slice(0, 500)) {
      const { source } = writer.of(told).input as {
        source: { sourceSystemId: string; simulated: { ingestedAt: string; visibleAt: string }; recordedAt: string };
      };
      expect(source.sourceSystemId).toMatch(/^sim\./);
      expect(Date.parse(source.simulated.visibleAt)).toBeGreaterThan(Date.parse(source.simulated.ingestedAt));
      expect(Date.parse(source.simulated.ingestedAt)).toBeGreaterThan(Date.parse(source.recordedAt));
    }
  });

  it('says nothing of a platform that it does not know when it is sent live', () => {
    const live = new DoorInputs(world.network, null);
    const { source } = live.of(history.facts[0]!).input as { source: object };
    expect(source).not.toHaveProperty('simulated');
  });

  it('writes quantities exactly', () => {
    expect([0, 1_000, 1_500, -250, 12_345_678].map(decimalText)).toEqual(['0', '1', '1.5', '-0.25', '12345.678']);
  });
});
