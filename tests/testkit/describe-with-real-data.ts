import { realData } from './real-data';

/** `describe`, or `describe.skip` said loudly, depending on whether the real data is here. */
export const describeWithRealData = realData('scms/scms_open.csv') === null ? describe.skip : describe;
