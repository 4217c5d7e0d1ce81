import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildSchema, type GraphQLSchema, Kind, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values';
import { judgeFile } from '../scms/judge';
import { factsOf, heartbeatsOf } from '../scms/rows-to-facts';
import { authoredFile, FROM_WAREHOUSE } from '../scms/testing/authored-file';
import { type DoorOperation, DOOR_OPERATIONS } from './door-operations';

const API = resolve(__dirname, '..', '..', '..', 'gateway', 'schema', 'api.graphql');

describe('what the importer asks', () => {
  let schema: GraphQLSchema;
  beforeAll(() => {
    expect(existsSync(API)).toBe(true);
    schema = buildSchema(readFileSync(API, 'utf8'));
  });
  const problemsOf = (operation: DoorOperation, variables: Record<string, unknown>): string[] => {
    const document = parse(DOOR_OPERATIONS[operation]);
    const [definition] = document.definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('not an operation');
    const coerced = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
    return [...validate(schema, document), ...(coerced.errors ?? [])].map((error) => error.message);
  };

  it('is valid in the published schema, with the facts that it sends', () => {
    const file = judgeFile(authoredFile([{}, FROM_WAREHOUSE, { poSentOn: 'Date Not Captured', shipmentMode: 'N/A' }]));
    if (!file.ok) throw new Error(file.refusal.kind);
    const { suppliers, lines, receipts } = factsOf(file.value, 'an import');
    const input = { sourceSystemId: 's', fileName: 'f', contentSha256: 'x', expectedFacts: 1 };
    expect({
      onboardSuppliers: problemsOf('onboardSuppliers', { inputs: [...suppliers] }),
      sendPurchaseOrderLines: problemsOf('sendPurchaseOrderLines', { inputs: [...lines] }),
      postGoodsReceipts: problemsOf('postGoodsReceipts', { inputs: [...receipts] }),
      reportHeartbeats: problemsOf('reportHeartbeats', { inputs: heartbeatsOf(file.value) }),
      beginImport: problemsOf('beginImport', { input }),
      sealImport: problemsOf('sealImport', { input: { importId: 'i', facts: 1 } }),
      importJob: problemsOf('importJob', { id: 'i' }),
    }).toEqual({
      onboardSuppliers: [],
      sendPurchaseOrderLines: [],
      postGoodsReceipts: [],
      reportHeartbeats: [],
      beginImport: [],
      sealImport: [],
      importJob: [],
    });
  });
});
