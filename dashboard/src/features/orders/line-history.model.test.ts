import { statusWords, stepsOf } from './line-history.model';

const nothing = {
  createdOn: null,
  sentAt: null,
  sentOn: null,
  acknowledgedAt: null,
  acknowledgedOn: null,
  shippedAt: null,
  shippedOn: null,
  handedOverAt: null,
  handedOverOn: null,
  arrivedAt: null,
  arrivedOn: null,
  firstReceivedAt: null,
  firstReceivedOn: null,
  receivedAt: null,
  receivedOn: null,
  receiptRecordedAt: null,
  receiptRecordedOn: null,
  availableAt: null,
  availableOn: null,
};

it('keeps a day a day, and an instant an instant', () => {
  const steps = stepsOf({
    ...nothing,
    sentOn: '2026-03-14',
    shippedAt: '2026-03-20T08:30:00Z',
    shippedOn: '2026-03-20',
  });
  expect(steps.find(({ key }) => key === 'sent')?.when).toBe('14 Mar 2026');
  expect(steps.find(({ key }) => key === 'shipped')?.when).toMatch(/20 Mar 2026.*:30/);
});

it('leaves what no source told unknown', () => {
  expect(stepsOf(nothing).every(({ when }) => when === null)).toBe(true);
});

it('writes a state as people say it', () => {
  expect(statusWords('PARTIALLY_RECEIVED')).toBe('Partially received');
});
