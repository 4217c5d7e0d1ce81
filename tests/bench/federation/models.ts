import { PAGE, resolversOf, SUPPLIERS, wholeData } from './bench-data';
import type { BenchModel } from './bench-model';
import { federation1, federation2, monolith, OPERATION } from './bench-schema';
import { GrowthModel } from './growth-model';

/** The operation across five subgraphs. */
const overview: BenchModel = {
  name: 'overview',
  operation: OPERATION,
  variables: Array.from({ length: SUPPLIERS - PAGE }, (_, offset) => ({ first: PAGE, offset })),
  sdl: federation2,
  resolvers: resolversOf,
  monolith: {
    sdl: monolith(),
    federation1,
    rootOf: (offset) => ({ suppliers: wholeData().slice(offset, offset + PAGE) }),
  },
};

/** @param name  `overview`, or `growth-TYPES-ROWS` */
export function modelNamed(name: string): BenchModel {
  const [, types, rows] = /^growth-(\d+)-(\d+)$/.exec(name) ?? [];
  return types === undefined || rows === undefined ? overview : new GrowthModel(name, Number(types), Number(rows));
}
