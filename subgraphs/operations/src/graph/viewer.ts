import type { Actor } from '@sightline/contracts/actor';
import type { Context } from '../context';

/** The caller as the gateway understood the token. */
export const me = (_root: unknown, _args: unknown, { call }: Context): Actor => call.actor;
