import { parse } from 'graphql';
import { operationsBehind } from './behind.model';

it('shows what a screen asks as others may send it, the largest first and each once', () => {
  const small = { document: parse('query DataRange { a }'), variables: {} };
  const large = {
    document: parse('query ExecutiveOverview { a { ...B @unmask } } fragment B on A { b }'),
    variables: { n: 1 },
  };
  const shown = operationsBehind([small, large, small]);
  expect(shown.map(({ name, kind }) => `${name}: ${kind}`)).toEqual(['Executive overview: query', 'Data range: query']);
  expect(shown[0]!.opened.query).toContain('...B\n');
  expect(JSON.parse(shown[0]!.opened.variables)).toEqual({ n: 1 });
});
