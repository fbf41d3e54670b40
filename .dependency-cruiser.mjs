// Where imports may go, each rule with its reason. `npm test` runs this, and fails when no module was inspected.

/** The rooms from top to bottom; imports go down this list only. A platform room may use another platform room. */
const ROOMS = [
  'app',
  'simulation',
  'notices',
  'bulletins',
  'figures',
  'counter',
  'privacy',
  'debarments',
  'intake',
  'founding',
  'views',
  'matters',
  'duties',
  'directory',
  'mechanism',
  'ledger',
  'platform',
  'kernel',
];
/** What the page may see of a slice: what crosses the wire, and pure decisions. */
const PURE = '(contract\\.ts|\\.rules\\.ts)$';

const downwards = ROOMS.slice(1).map((room, n) => ({
  name: `down-only-from-${room}`,
  comment: `src/${room} stands below ${ROOMS.slice(0, n + 1).join(', ')}: if it knew them, neither could be read or changed without the other.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${ROOMS.slice(0, n + 1).join('|')})/` },
}));

/** `./huiyin minutes`, `suggest` and `topics` must start fast and need no database, which the room's own door would load. */
const SIDE_DOOR = '^src/intake/(minutes|suggestions|topics)/cli\\.ts$';

const doors = ROOMS.slice(1).flatMap((room) => {
  const slice = room === 'platform' ? 'platform/([^/]+)' : room;
  return {
    name: `only-through-the-door-of-${room}`,
    comment: `src/${room} is entered through its index.ts (or a contract.ts, which is what it shows): what else is in there is its own affair and may change.`,
    severity: 'error',
    from: { path: '^src/', pathNot: room === 'platform' ? '^src/platform/([^/]+)/' : `^src/${room}/` },
    to: { path: `^src/${slice}/`, pathNot: [`^src/${slice}/(index|contract|[^/]+/[^/]+\\.contract)\\.ts$`, SIDE_DOOR] },
  };
});

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one file, or hide a third; type imports count, as a reader follows them too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...downwards,
    ...doors,
    {
      name: 'platform-rooms-through-their-door',
      comment: 'A room of the platform reaches another through its index.ts or contract.ts.',
      severity: 'error',
      from: { path: '^src/platform/([^/]+)/' },
      to: {
        path: '^src/platform/([^/]+)/',
        pathNot: ['^src/platform/$1/', '^src/platform/[^/]+/(index|contract)\\.ts$'],
      },
    },
    {
      name: 'nobody-imports-app',
      comment: 'src/app puts things together and is used by nobody, so that it can be put together otherwise.',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: '^src/app/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'rules-are-pure',
      comment:
        'A *.rules.ts or contract.ts decides from its arguments alone (a hash is a computation too): it runs on the page as well, and its tests need nothing.',
      severity: 'error',
      from: { path: PURE, pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(util|crypto)$' },
    },
    {
      name: 'rules-call-no-io',
      comment:
        'A *.rules.ts or contract.ts must not reach a database, HTTP or the file system through somebody else either.',
      severity: 'error',
      from: { path: `^src/.*${PURE}` },
      to: {
        path: [
          '\\.(store|routes|acts|jobs)\\.ts$',
          '^src/platform/(postgres|http|jobs|files/store|config)',
          'node_modules/(pg|kysely|fastify)/',
        ],
      },
    },
    {
      name: 'sql-in-stores',
      comment: 'SQL stands in *.store.ts and platform/postgres, where a reader of the schema finds every query.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.store\\.ts$', '^src/platform/postgres/', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(pg|kysely)/' },
    },
    {
      name: 'fastify-at-the-edge',
      comment: 'Fastify is for routes, platform/http and app: what it decides for must not depend on how it was asked.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.routes\\.ts$', '^src/platform/http/', '^src/app/', '\\.test\\.ts$'] },
      to: { path: 'node_modules/(fastify|@fastify/[^/]+|fastify-type-provider-zod)/' },
    },
    {
      name: 'web-sees-contracts',
      comment:
        'The page imports contract.ts, *.rules.ts and messages only; anything else of src/ would pull the server into the browser.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^src/', pathNot: ['(contract\\.ts|\\.rules\\.ts)$', '^src/kernel/'] },
    },
    {
      name: 'server-does-not-see-web',
      comment: 'The server must not know the page: everything that the page can do, the interface can.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    {
      name: 'no-tests-in-the-house',
      comment: 'What runs must not lean on what only tests bring.',
      severity: 'error',
      from: { path: '^(src|web)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: ['^test/', '\\.test\\.tsx?$'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere is a mistake that a type check of another setting may miss.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|\\.cache)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
