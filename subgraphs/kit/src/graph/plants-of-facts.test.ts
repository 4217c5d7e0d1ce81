import { plantIdOf } from '@sightline/contracts/identities';
import { refuseForeignPlants } from './plants-of-facts';

const [OWN, OTHER] = [plantIdOf('DE01'), plantIdOf('US01')];

const isRefused = (args: Record<string, unknown>, plantIds: readonly string[] | null = [OWN]): boolean => {
  try {
    refuseForeignPlants(args, plantIds);
    return false;
  } catch (thrown) {
    expect(thrown).toMatchObject({ extensions: { code: 'FORBIDDEN' } });
    return true;
  }
};

describe('a token that is narrowed to plants', () => {
  it.each<[string, unknown]>([
    ['by its code', { plantCode: ' DE01 ' }],
    ['by the flow that it belongs to', { source: { plantId: OWN } }],
    ['by both', { plantCode: 'DE01', source: { plantId: OWN } }],
    ['by the flow that is alive', { sourceSystemId: 'erp', plantId: OWN }],
    ['by the flows of a source', { id: 'erp', flows: [{ plantId: OWN }] }],
  ])('sends what names its own plant %s', (_, input) => {
    expect(isRefused({ inputs: [input] })).toBe(false);
  });

  it.each<[string, unknown]>([
    ['names another', { plantCode: 'US01', source: { plantId: OWN } }],
    ['belongs to another one’s flow', { plantCode: 'DE01', source: { plantId: OTHER } }],
    ['names none', { source: { plantId: null } }],
    ['says a source serves another', { id: 'erp', flows: [{ plantId: OWN }, { plantId: OTHER }] }],
    ['says another one’s flow is alive', { sourceSystemId: 'erp', plantId: OTHER }],
  ])('sends nothing when a fact of the call %s', (_, input) => {
    expect(isRefused({ inputs: [{ plantCode: 'DE01' }, input] })).toBe(true);
  });

  it('may begin and seal an import, whose facts are looked at as they come', () => {
    expect(isRefused({ input: { sourceSystemId: 'erp' } })).toBe(false);
    expect(isRefused({ id: 'an import', reason: 'wrong file' })).toBe(false);
  });
});

it('a token that is not narrowed sends facts of every plant, and of none', () => {
  expect(isRefused({ inputs: [{ plantCode: 'US01' }, { source: {} }] }, null)).toBe(false);
});
