import { setFlagsFromString } from 'node:v8';

/**
 * Imported first by every process of the platform. Libraries take slower paths unless NODE_ENV says production (graphql-js
 * checks every type it touches), so the platform always runs them that way; what the person who starts it said stays in
 * SIGHTLINE_ENVIRONMENT, and decides what the platform itself shows and hides.
 */
process.env['SIGHTLINE_ENVIRONMENT'] ??= process.env['NODE_ENV'] ?? 'development';
process.env['NODE_ENV'] = 'production';

/**
 * How much a function runs before V8 compiles it anew for speed, in bytes of bytecode: twice its own default. A platform
 * that has just started takes a bulk of facts while everything is new to it; by default the compiler then takes more than a
 * second of the second of two cores. Much later than this, and the thread that everything waits for is the slower one.
 */
setFlagsFromString('--interrupt-budget=135168');
