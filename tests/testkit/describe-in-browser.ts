import { chromiumPath } from './browser';

/** The Chromium of this machine; null where there is none, which CI does not let pass. */
export const chromiumHere = chromiumPath();

/** `describe`, or `describe.skip` said loudly, depending on whether a browser is here. */
export const describeInBrowser = chromiumHere === null ? describe.skip : describe;
