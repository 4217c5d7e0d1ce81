import { KeptOperations } from './kept-operations';

describe('what was made of operations', () => {
  it('is kept of those released with a client of ours, whatever strangers ask; of strangers, of the last ones', () => {
    const made: string[] = [];
    const kept = new KeptOperations<string>(2);
    const ask = (text: string, isTrusted: boolean): string =>
      kept.of(text, undefined, isTrusted, () => {
        made.push(text);
        return text;
      });
    ask('ours', true);
    for (const text of ['a', 'b', 'c', 'b', 'd', 'b']) ask(text, false);
    ask('ours', true);
    ask('a', false);
    expect(made).toEqual(['ours', 'a', 'b', 'c', 'd', 'a']);
  });

  it('is one for each operation of a document', () => {
    const kept = new KeptOperations<string>(10);
    const named = (name: string | undefined): string => kept.of('text', name, false, () => `made for ${name}`);
    expect([named('A'), named('B'), named(undefined), named('A')]).toEqual([
      'made for A',
      'made for B',
      'made for undefined',
      'made for A',
    ]);
  });
});
