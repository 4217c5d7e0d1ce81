import type { When } from '@sightline/contracts/events/envelope';
import { dayOfInstant } from '@sightline/kit/time/instant';

/** The calendar day at the site; without a known zone the day as its source wrote it. The door refuses placeholder dates. */
export const siteDay = (when: When, timeZone: string | null): string =>
  when.at === null || timeZone === null ? when.on : dayOfInstant(when.at, timeZone);
