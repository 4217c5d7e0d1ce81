import { LATE_KEYING_PLANT, NIGHTLY_PLANT, PLANTS, SKEWED_PLANT } from '../network/plants';
import type { BusinessFact, SystemKind } from '../history/business-facts';

/** A stream of facts that a system sends. */
export interface Flow {
  flow: string;
  /** Index of the plant that it is about; null when it serves all. */
  plant: number | null;
  /** Age under which it promises to stay. */
  budgetSeconds: number;
}

/** A system of the simulated network. Its id begins with `sim.`, which labels everything that it sends. */
export interface SourceSystem {
  id: string;
  name: string;
  /** What people call such a system. */
  kind: string;
  flows: readonly Flow[];
}

const MINUTES = 60;
const HOURS = 3_600;
const DAYS = 24 * HOURS;
/** A nightly file: a day, and two hours to write and read it. */
const NIGHTLY = DAYS + 2 * HOURS;

/** A warehouse tells at once; four minutes without a word, as when its connector stops, are more than twice what it promises. */
const WAREHOUSE = 1.5 * MINUTES;

/** How slow the slow clock is. */
export const SKEW_MS = 380_000;

export const idOf = (kind: SystemKind, plant: number): string =>
  kind === 'PORTAL'
    ? 'sim.portal'
    : kind === 'GATE'
      ? 'sim.gate-peoria'
      : `sim.${kind.toLowerCase()}-${PLANTS[plant]!.place}`;

const town = (plant: number): string => {
  const { place } = PLANTS[plant]!;
  return place.charAt(0).toUpperCase() + place.slice(1);
};

const eachPlant = <Thing>(make: (plant: number) => Thing): Thing[] => PLANTS.map(({ index }) => make(index));

/** Every system that the network has, also the one that has never sent anything. */
export const SOURCE_SYSTEMS: readonly SourceSystem[] = [
  ...eachPlant((plant): SourceSystem => {
    const nightly = plant === NIGHTLY_PLANT;
    const budget = nightly ? NIGHTLY : 15 * MINUTES;
    return {
      id: idOf('ERP', plant),
      name: `ERP ${town(plant)} (simulated)`,
      kind: nightly ? 'ERP, a file every night' : 'ERP, asked every five minutes',
      flows: [
        { flow: 'suppliers', plant: null, budgetSeconds: NIGHTLY },
        { flow: 'items', plant: null, budgetSeconds: NIGHTLY },
        { flow: 'plants', plant: null, budgetSeconds: NIGHTLY },
        ...['purchase-orders', 'goods-receipts', 'stock-movements', 'work-orders'].map((flow) => ({
          flow,
          plant,
          budgetSeconds: budget,
        })),
      ],
    };
  }),
  ...eachPlant((plant): SourceSystem => ({
    id: idOf('MES', plant),
    name: `MES ${town(plant)} (simulated)`,
    kind: 'MES, live',
    flows: [{ flow: 'work-orders', plant, budgetSeconds: MINUTES }],
  })),
  ...eachPlant((plant): SourceSystem => ({
    id: idOf('WMS', plant),
    name: `WMS ${town(plant)} (simulated)`,
    kind: plant === LATE_KEYING_PLANT ? 'WMS, receipts keyed in batches' : 'WMS, live',
    flows: [
      { flow: 'goods-receipts', plant, budgetSeconds: WAREHOUSE },
      { flow: 'stock-movements', plant, budgetSeconds: WAREHOUSE },
    ],
  })),
  ...eachPlant((plant): SourceSystem => ({
    id: idOf('QMS', plant),
    name: `QMS ${town(plant)} (simulated)`,
    kind: plant === SKEWED_PLANT ? 'QMS, its clock is slow' : 'QMS',
    flows: [{ flow: 'inspections', plant, budgetSeconds: 15 * MINUTES }],
  })),
  {
    id: 'sim.portal',
    name: 'Supplier portal (simulated)',
    kind: 'Portal and EDI',
    flows: eachPlant((plant) => ({ flow: 'order-responses', plant, budgetSeconds: 15 * MINUTES })),
  },
  {
    id: 'sim.gate-peoria',
    name: 'Yard gate Peoria (simulated)',
    kind: 'Gate, idle for months',
    flows: [{ flow: 'arrivals', plant: 1, budgetSeconds: 5 * MINUTES }],
  },
  {
    id: 'sim.tms-ocean',
    name: 'Ocean freight (simulated)',
    kind: 'TMS, registered and never connected',
    flows: [{ flow: 'containers', plant: 0, budgetSeconds: DAYS }],
  },
];

/** The stream in which a system tells a fact. */
export function flowOf(fact: BusinessFact): string {
  switch (fact.kind) {
    case 'LINE':
      return 'purchase-orders';
    case 'MILESTONE':
      return fact.system === 'ERP' ? 'purchase-orders' : fact.system === 'GATE' ? 'arrivals' : 'order-responses';
    case 'RECEIPT':
      return 'goods-receipts';
    case 'INSPECTION':
      return 'inspections';
    case 'MOVEMENT':
      return 'stock-movements';
    case 'WORK_ORDER':
    case 'WORK_ORDER_EVENT':
      return 'work-orders';
  }
}
