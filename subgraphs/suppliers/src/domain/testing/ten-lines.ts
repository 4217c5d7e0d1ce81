import { LineStory } from './line-story';

const day = (month: number, date: number): string =>
  `2026-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
const march = (date: number): string => day(3, date);

/** Ten lines of 100 each, seen from 20 March 2026: the golden vector that tells definitions of "on time in full" apart. */
export const TEN_LINES_AS_OF = '2026-03-20T23:59:59Z';

type Moved = readonly (readonly [date: number, quantity: string])[];

function line(
  id: string,
  told: {
    requested?: number;
    commits?: readonly number[];
    shipped?: Moved;
    received?: Moved;
    accepted?: Moved;
    cancelled?: boolean;
  },
): LineStory {
  const story = new LineStory(id).states(day(2, 20), { requestedDate: march(told.requested ?? 10) });
  (told.commits ?? [10]).forEach((date, index) => story.commits(march(date), day(2, 21 + index)));
  for (const [date, quantity] of told.shipped ?? []) story.milestone('SHIPPED', march(date), { quantity });
  const receipts = told.received ?? [];
  receipts.forEach(([date, quantity], index) =>
    story.receives(quantity, march(date), { finalDelivery: index === receipts.length - 1 }),
  );
  for (const [date, quantity] of told.accepted ?? [])
    story.milestone('ACCEPTED', march(date), { quantity, by: 'BUYER' });
  if (told.cancelled === true) story.milestone('CANCELLED', day(3, 5), { by: 'BUYER' });
  return story;
}

/** L1 on time; L2 promised two days later and kept; L3 shipped on the day, arrived late; ... L10 cancelled by the buyer. */
export const tenLines = (): readonly LineStory[] => [
  line('L1', { shipped: [[8, '100']], received: [[10, '100']], accepted: [[11, '100']] }),
  line('L2', { commits: [12], shipped: [[10, '100']], received: [[12, '100']], accepted: [[12, '100']] }),
  line('L3', { shipped: [[10, '100']], received: [[14, '100']], accepted: [[15, '100']] }),
  line('L4', { commits: [10, 17], shipped: [[15, '100']], received: [[17, '100']], accepted: [[18, '100']] }),
  line('L5', {
    shipped: [
      [8, '60'],
      [9, '40'],
    ],
    received: [
      [10, '60'],
      [11, '40'],
    ],
    accepted: [
      [11, '60'],
      [12, '40'],
    ],
  }),
  line('L6', { shipped: [[7, '98']], received: [[9, '98']], accepted: [[10, '98']] }),
  line('L7', { shipped: [[1, '100']], received: [[3, '100']], accepted: [[4, '100']] }),
  line('L8', { shipped: [[8, '100']], received: [[10, '100']], accepted: [[12, '80']] }),
  line('L9', {}),
  line('L10', { cancelled: true }),
];
