import {
  changedBy,
  readRegistration,
  type KeptSource,
  type Registration,
  type SourceSystemInput,
} from './source-registration';

const input = (fields: Partial<SourceSystemInput> = {}): SourceSystemInput => ({
  id: 'erp',
  name: 'SAP',
  kind: 'ERP',
  flows: [{ flow: 'orders' }, { flow: 'receipts', plantId: 'p', budgetSeconds: 90_000 }],
  ...fields,
});
const read = (fields: Partial<SourceSystemInput> = {}): Registration => {
  const registration = readRegistration(input(fields));
  if (!registration.ok) throw new Error(registration.refusal.kind);
  return registration.value;
};
const refusal = (fields: Partial<SourceSystemInput>): string | null => {
  const registration = readRegistration(input(fields));
  return registration.ok ? null : registration.refusal.kind;
};
const kept = ({ name, kind, flows }: Registration): KeptSource => ({
  version: 1,
  name,
  kind,
  flows: new Map(flows.map((flow) => [flow.id, flow])),
});

describe('a source that says what it is', () => {
  it('has a name, a kind, and each flow of a plant once, with a promise of a second or more', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ name: ' ' })).toBe('TextMissing');
    expect(refusal({ name: 'a\0b' })).toBe('TextRefused');
    expect(refusal({ flows: [{ flow: '' }] })).toBe('TextMissing');
    expect(refusal({ flows: [{ flow: 'a', budgetSeconds: 0 }] })).toBe('BudgetInvalid');
    expect(refusal({ flows: [{ flow: 'a' }, { flow: 'a' }] })).toBe('FlowRepeated');
    expect(refusal({ flows: [{ flow: 'a' }, { flow: 'a', plantId: 'p' }] })).toBeNull();
  });

  it('says nothing new by saying the same, or less', () => {
    expect(changedBy(read(), { version: 0, name: '', kind: '', flows: new Map() })).toHaveLength(2);
    expect(changedBy(read(), kept(read()))).toBeNull();
    expect(changedBy(read({ flows: [{ flow: 'orders' }] }), kept(read()))).toBeNull();
  });

  it('changes the flows whose promise it changes, and all of them by a new name', () => {
    const names = (fields: Partial<SourceSystemInput>) =>
      changedBy(read(fields), kept(read()))?.map(({ flow }) => flow);
    expect(names({ flows: [{ flow: 'orders', budgetSeconds: 60 }] })).toEqual(['orders']);
    expect(names({ flows: [{ flow: 'items' }] })).toEqual(['items']);
    expect(names({ kind: 'MRP' })).toEqual([]);
    expect(names({ name: 'SAP S/4', flows: [{ flow: 'orders' }] })).toEqual(['orders', 'receipts']);
  });
});
