import type { Bench } from './bench';
import { importBench } from './import';
import { overviewBench } from './overview';

/** Every bench, by the name that the command takes. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  import: importBench,
  overview: overviewBench,
};
