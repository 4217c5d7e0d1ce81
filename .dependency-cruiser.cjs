/**
 * Who may import what. One rule for all subgraphs: `$1` is the package of the importing file. A rule that matches
 * nothing looks exactly like a rule that is kept, so tests/architecture holds a known-bad fixture for each of them.
 *
 * Paths are matched without an anchor at the front, so that the same rules judge the repository and the fixtures.
 * The swc parser cannot tell `import type` from `import`: a rule here is about both, and what may be named but not used is
 * left to oxlint.
 *
 * Packages of the workspace resolve to their sources (tests/architecture/resolve.cjs), so no build is needed.
 */
const subgraph = 'subgraphs/(?!kit/|contracts/)([^/]+)/';
const room = (name) => `${subgraph}src/${name}/`;
const unit = { pathNot: ['\\.test\\.tsx?$', '/testing/'] };
const stores = '^(typeorm|pg|@types/pg|reflect-metadata)$|node_modules/(typeorm|pg|reflect-metadata)/';
const graphql = '^graphql$|node_modules/(graphql|@apollo|@graphql-tools)/';
/** A room of the kit, whether reached by path or by package name. */
const kit = (rooms) => `(subgraphs/kit/src/|@sightline/kit/)(${rooms})(/|\\.|$)`;
const anyKit = '(subgraphs/kit/|@sightline/kit/)';
const anySubgraph =
  '(subgraphs/(suppliers|inventory|production|quality|operations)/|@sightline/(suppliers|inventory|production|quality|operations)/)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'Two files that need each other are one file, or a third is missing. A part loaded later may know its host.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['dynamic-import'] } },
    },
    {
      name: 'resolvable',
      // The bench's peers have lock files of their own, which only the bench installs.
      comment: 'An import that leads nowhere is judged by no other rule.',
      severity: 'error',
      from: { pathNot: ['__generated__/', 'dashboard/src/gql/', '^tests/bench/peers/'] },
      to: { couldNotResolve: true, pathNot: ['\\.(graphql|css)$', '__generated__/'] },
    },
    {
      name: 'domain-is-pure',
      comment:
        "domain/ knows the domain, the kit's arithmetic, and the words of contracts: no I/O, no store, no schema.",
      severity: 'error',
      from: { path: room('domain'), ...unit },
      to: {
        pathNot: [
          'subgraphs/$1/src/domain/',
          kit('decimal|time|result|facts|figures/contribution|door/(read-fields|field-refusals)'),
          'subgraphs/contracts/',
          '@sightline/contracts/',
        ],
      },
    },
    {
      name: 'data-knows-no-schema-and-no-verbs',
      comment: 'data/ maps rows to the domain: it knows neither resolvers nor the actions that use it.',
      severity: 'error',
      from: { path: room('data') },
      to: { path: ['subgraphs/$1/src/(app|graph|events)/', graphql] },
    },
    {
      name: 'app-knows-no-schema',
      comment: 'app/ decides and writes; how the world asks is none of its business.',
      severity: 'error',
      from: { path: room('app') },
      to: { path: ['subgraphs/$1/src/(graph|events)/', graphql] },
    },
    {
      name: 'only-data-knows-the-store',
      comment:
        'Only data/ knows TypeORM and SQL. (app/ may name the type of the transaction that it hands on: lint sees to that.)',
      severity: 'error',
      from: { path: `${subgraph}src/(graph|events|domain)/`, ...unit },
      to: { path: stores },
    },
    {
      name: 'graph-reaches-data-through-loaders',
      comment:
        'A resolver translates: it calls an action, a loader or a heavy read, and names the rows that it gets from them.',
      severity: 'error',
      from: { path: room('graph') },
      to: {
        path: 'subgraphs/$1/src/(data|events)/',
        pathNot: 'subgraphs/$1/src/data/(loaders|[^/]+\\.(query|entity))\\.ts$',
      },
    },
    {
      name: 'events-call-actions',
      comment: 'What a subgraph hears becomes one action: an event handler knows neither rows nor resolvers.',
      severity: 'error',
      from: { path: room('events') },
      to: { path: 'subgraphs/$1/src/(data|graph)/' },
    },
    {
      name: 'no-subgraph-imports-another',
      comment: 'Subgraphs meet in the gateway and in the log, never in an import.',
      severity: 'error',
      from: { path: subgraph },
      to: { path: anySubgraph, pathNot: ['subgraphs/$1/', '@sightline/$1/'] },
    },
    {
      name: 'kit-knows-no-business',
      comment: 'The kit is machinery: any business package may lean on it, it leans on none.',
      severity: 'error',
      from: { path: 'subgraphs/kit/' },
      to: {
        path: [
          anySubgraph,
          '(^|/)(gateway|sources|infra|dashboard)/src/',
          '@sightline/(gateway|sources|infra|dashboard)/',
        ],
      },
    },
    {
      name: 'contracts-depend-on-nothing',
      comment: 'The shared language must be readable without anything else.',
      severity: 'error',
      from: { path: 'subgraphs/contracts/', ...unit },
      to: { pathNot: ['subgraphs/contracts/', '^(node:)?(crypto|buffer|util)$'] },
    },
    {
      name: 'gateway-knows-only-contracts',
      comment: 'The gateway reads SDL and signs calls; it runs no code of a subgraph and no machinery of theirs.',
      severity: 'error',
      from: { path: '(^|/)gateway/src/' },
      to: {
        path: [anySubgraph, anyKit, '(^|/)(sources|infra|dashboard)/src/', '@sightline/(sources|infra|dashboard)/'],
      },
    },
    {
      name: 'sources-stand-outside',
      comment: 'A source uses the public API: no store, no machinery, no subgraph; of contracts only the shapes.',
      severity: 'error',
      from: { path: '(^|/)sources/src/' },
      to: {
        path: [
          anySubgraph,
          anyKit,
          stores,
          '(^|/)(gateway|infra|dashboard)/src/',
          '@sightline/(gateway|infra|dashboard)/',
        ],
      },
    },
    {
      name: 'dashboard-knows-only-the-api',
      comment: 'The dashboard knows the platform through api.graphql alone.',
      severity: 'error',
      from: { path: '(^|/)dashboard/src/' },
      to: { path: ['(^|/)subgraphs/', '(^|/)(gateway|sources|infra)/', '@sightline/'], pathNot: '(^|/)dashboard/' },
    },
    {
      name: 'features-are-apart',
      comment: 'A feature of the dashboard never imports another: app/ composes them, ui/ and format/ serve them.',
      severity: 'error',
      from: { path: '(^|/)dashboard/src/features/([^/]+)/' },
      to: { path: '(^|/)dashboard/src/(features|app)/', pathNot: '(^|/)dashboard/src/features/$2/' },
    },
    {
      name: 'ui-knows-no-business',
      comment: 'ui/ and format/ draw and write; they know no query and no feature.',
      severity: 'error',
      from: { path: '(^|/)dashboard/src/(ui|format)/', ...unit },
      to: { path: ['(^|/)dashboard/src/(features|app|apollo|gql)/', 'node_modules/@apollo/'] },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What only tests need is in testing rooms and in tests/.',
      severity: 'error',
      from: {
        path: '(^|/)(subgraphs|gateway|sources|infra|dashboard)/',
        pathNot: ['\\.test\\.tsx?$', '(^|/)(test|testing)/'],
      },
      to: {
        path: ['\\.test\\.tsx?$', '(^|/)testing/', '(^|/)tests/', 'node_modules/(jest|fast-check|@testing-library)/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: {
      path: [
        '(^|/)(dist|coverage)/',
        ...(process.env.SIGHTLINE_FIXTURES === 'true' ? [] : ['^tests/architecture/fixtures/']),
      ],
    },
    webpackConfig: { fileName: require.resolve('./tests/architecture/resolve.cjs') },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
      mainFields: ['module', 'main', 'types'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
