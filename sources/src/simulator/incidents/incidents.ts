import type { Deliveries } from '../history/deliveries';
import type { OpenBusiness } from '../history/open-business';
import { duringShifts, LATE_KEYING_PLANT, type Plant, PLANTS } from '../network/plants';
import { HOUR_MS, MINUTE_MS, type Ms } from '../network/site-time';
import { EQUAL_RATES } from '../network/suppliers';

/** What can be made to happen, and on which screen it shows. */
export const INCIDENTS = {
  'supplier-slips': 'the largest supplier promises everything that has not left anew, ten working days later: Orders',
  'bad-lot': 'a lot of the second largest supplier arrives, fails its inspection and goes back: Quality',
  'mes-not-posted': 'MES completes what a plant works on, and more, and ERP hears nothing of it: Production',
  'connector-stops': 'the connector of a warehouse stops for four minutes and then drains its backlog: Sync health',
  'definition-dispute':
    'late lines are promised anew for today and come today: on time as the supplier counts, late as the buyer does: one supplier',
} as const;
export type IncidentName = keyof typeof INCIDENTS;
export const INCIDENT_NAMES = Object.keys(INCIDENTS) as readonly IncidentName[];

export const isIncident = (name: string): name is IncidentName => Object.hasOwn(INCIDENTS, name);

/** Minutes after going live for the first time at which each happens by itself. */
export const SCRIPT: readonly { name: IncidentName; minute: number }[] = [
  { name: 'supplier-slips', minute: 5 },
  { name: 'bad-lot', minute: 10 },
  { name: 'mes-not-posted', minute: 15 },
  { name: 'connector-stops', minute: 20 },
  { name: 'definition-dispute', minute: 25 },
];

/** How long the connector of an incident sends nothing, on the wall. */
export const CONNECTOR_STOPS_MS = 4 * MINUTE_MS;
/** How long ERP hears nothing of MES, in business time. */
const DEAF_MS = 20 * HOUR_MS;

/** A plant in which people work at an instant of business; the first one when nobody does. */
function plantAtWork(now: Ms, except: number): Plant {
  const working = PLANTS.find((plant) => plant.index !== except && duringShifts(plant, now) === now);
  return working ?? PLANTS[0];
}

/** The plant that works on most orders: one of those in which people work now, unless only others have any in hand. */
function busiestPlant({ business, factory }: OpenBusiness): Plant {
  const hands = (plant: Plant): number => factory.runningAt(plant.index);
  const working = PLANTS.filter((plant) => duringShifts(plant, business.now) === business.now && hands(plant) > 0);
  const asked = working.length > 0 ? working : PLANTS;
  return asked.reduce((busiest, plant) => (hands(plant) > hands(busiest) ? plant : busiest));
}

/** The source whose connector stops, by the business time at which it does. */
export const stoppedConnector = (now: Ms): string => `sim.wms-${plantAtWork(now, LATE_KEYING_PLANT).place}`;

/**
 * Makes an incident happen now.
 *
 * @param times  how often it has happened before: names what follows from it
 * @returns what happened, in words
 */
export function cause(name: IncidentName, open: OpenBusiness, times: number): string {
  const { business, deliveries, factory } = open;
  const { suppliers } = business.network;
  const key = `${name}/${times}`;
  switch (name) {
    case 'supplier-slips': {
      const slipped = deliveries.slip(0, 10, 'fire in the press shop', key);
      return `${suppliers[0]!.name} (${suppliers[0]!.code}) moves ${slipped} promises by ten working days`;
    }
    case 'bad-lot':
      return badLot(open, deliveries);
    case 'mes-not-posted': {
      const plant = busiestPlant(open);
      factory.deafUntil.set(plant.index, business.now + DEAF_MS);
      return `ERP of ${plant.code} hears nothing from MES, which completes ${factory.completeAll(plant.index)} of its work orders`;
    }
    case 'connector-stops':
      return `the connector of ${stoppedConnector(business.now)} stops for ${CONNECTOR_STOPS_MS / MINUTE_MS} minutes`;
    case 'definition-dispute': {
      const largest = suppliers.findIndex(({ index }) => index !== EQUAL_RATES);
      const lines = deliveries.deliverOnNewPromise(largest, 60, 'agreed by telephone', key);
      return `${suppliers[largest]!.name} (${suppliers[largest]!.code}) delivers ${lines} late lines on a promise made today`;
    }
  }
}

function badLot({ business, receiving }: OpenBusiness, deliveries: Deliveries): string {
  const supplier = business.network.suppliers[1]!;
  receiving.spoiled.set(supplier.index, 0.12);
  const line = deliveries.hurry(supplier.index);
  return line === null
    ? `${supplier.code} has nothing on its way; its next lot will be bad`
    : `${supplier.name} (${supplier.code}) delivers a bad lot for ${line.order}/${line.number}`;
}
