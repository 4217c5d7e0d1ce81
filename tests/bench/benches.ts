import type { Bench } from './bench';
import { dashboardBench } from './dashboard';
import { gatewayBench } from './federation/gateway';
import { growthBench } from './federation/growth';
import { subgraphBench } from './federation/subgraph';
import { importBench } from './import';
import { overviewBench } from './overview';
import { fanoutBench } from './streams/fanout';
import { resumeBench } from './streams/resume';

/** Every bench, by the name that the command takes. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  dashboard: dashboardBench,
  gateway: gatewayBench,
  subgraph: subgraphBench,
  growth: growthBench,
  import: importBench,
  overview: overviewBench,
  fanout: fanoutBench,
  resume: resumeBench,
};
