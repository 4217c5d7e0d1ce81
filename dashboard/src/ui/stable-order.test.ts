import { inHeldOrder } from './stable-order';

const rows = (...ids: string[]): { id: string }[] => ids.map((id) => ({ id }));

it('leaves rows where they stand when fresh figures would sort them otherwise', () => {
  expect(inHeldOrder(rows('c', 'a', 'b'), ['a', 'b', 'c'])).toEqual(rows('a', 'b', 'c'));
});

it('puts new rows at the end, as they would be sorted among themselves', () => {
  expect(inHeldOrder(rows('x', 'b', 'y', 'a'), ['a', 'b'])).toEqual(rows('a', 'b', 'x', 'y'));
});

it('lets rows that are gone go', () => {
  expect(inHeldOrder(rows('b'), ['a', 'b'])).toEqual(rows('b'));
});
