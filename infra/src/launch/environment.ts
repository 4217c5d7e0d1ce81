/**
 * Imported first by every process of the platform. Libraries take slower paths unless NODE_ENV says production (graphql-js
 * checks every type it touches), so the platform always runs them that way; what the person who starts it said stays in
 * SIGHTLINE_ENVIRONMENT, and decides what the platform itself shows and hides.
 */
process.env['SIGHTLINE_ENVIRONMENT'] ??= process.env['NODE_ENV'] ?? 'development';
process.env['NODE_ENV'] = 'production';
