import { formatDay, formatStamp } from '../../format/date';

/** A step in the life of a line, as it is drawn. */
export interface Step {
  key: string;
  name: string;
  /** The day or instant in words; null while it has not happened or no source tells. */
  when: string | null;
  /** Sorts steps of the same life. */
  at: string | null;
}

interface Milestones {
  createdOn: string | null;
  sentAt: string | null;
  sentOn: string | null;
  acknowledgedAt: string | null;
  acknowledgedOn: string | null;
  shippedAt: string | null;
  shippedOn: string | null;
  handedOverAt: string | null;
  handedOverOn: string | null;
  arrivedAt: string | null;
  arrivedOn: string | null;
  firstReceivedAt: string | null;
  firstReceivedOn: string | null;
  receivedAt: string | null;
  receivedOn: string | null;
  receiptRecordedAt: string | null;
  receiptRecordedOn: string | null;
  availableAt: string | null;
  availableOn: string | null;
}

/** The life of a line in its order. What is known to the day alone stays a day; it never becomes an instant. */
export function stepsOf(line: Milestones): Step[] {
  const step = (key: string, name: string, instant: string | null, day: string | null): Step => ({
    key,
    name,
    when: instant !== null ? formatStamp(instant) : day !== null ? formatDay(day) : null,
    at: instant ?? day,
  });
  return [
    step('created', 'Created', null, line.createdOn),
    step('sent', 'Sent to the supplier', line.sentAt, line.sentOn),
    step('acknowledged', 'Acknowledged', line.acknowledgedAt, line.acknowledgedOn),
    step('shipped', 'Shipped', line.shippedAt, line.shippedOn),
    step('handedOver', 'Handed over to the carrier', line.handedOverAt, line.handedOverOn),
    step('arrived', 'Arrived', line.arrivedAt, line.arrivedOn),
    step('firstReceived', 'First received', line.firstReceivedAt, line.firstReceivedOn),
    step('received', 'Received in full', line.receivedAt, line.receivedOn),
    step('recorded', 'Receipt recorded', line.receiptRecordedAt, line.receiptRecordedOn),
    step('available', 'Available', line.availableAt, line.availableOn),
  ];
}

/** "Partially received" for PARTIALLY_RECEIVED. */
export function statusWords(status: string): string {
  const text = status.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
