import { CITY_EXAMPLE, type Command } from './command.ts';

/** Every command. Each loads its code when it is run: `minutes` must start fast, and needs no database. */
export const commands: readonly Command[] = [
  {
    name: 'minutes',
    help: 'cli.help-minutes',
    example: './huiyin minutes 纪要.docx --json',
    run: async (args, io) => (await import('../../intake/minutes/cli.ts')).minutesCommand(args, io),
  },
  {
    name: 'suggest',
    help: 'cli.help-suggest',
    example: './huiyin suggest --train labelled.tsv --test further.tsv --json',
    run: async (args, io) => (await import('../../intake/suggestions/cli.ts')).suggestCommand(args, io),
  },
  {
    name: 'topics',
    help: 'cli.help-topics',
    example: './huiyin topics messages.tsv --json',
    run: async (args, io) => (await import('../../intake/topics/cli.ts')).topicsCommand(args, io),
  },
  {
    name: 'mechanism check',
    help: 'cli.help-mechanism-check',
    example: './huiyin mechanism check mechanisms/weekly-assignment.yaml',
    run: async (args, io) => (await import('./mechanism-check.ts')).mechanismCheck(args, io),
  },
  {
    name: 'mechanism simulate',
    help: 'cli.help-mechanism-simulate',
    example: './huiyin mechanism simulate mechanisms/appeal.yaml --since 2025-01-01',
    run: async (args, io) => (await import('./mechanism-simulate.ts')).mechanismSimulate(args, io, new Date()),
  },
  {
    name: 'verify',
    help: 'cli.help-verify',
    example: './huiyin verify --checkpoint kept-elsewhere.json',
    run: async (args, io) => (await import('./verify.ts')).verify(args, io),
  },
  {
    name: 'checkpoint',
    help: 'cli.help-checkpoint',
    example: './huiyin checkpoint > kept-elsewhere.json',
    run: async (_, io) => (await import('./checkpoint.ts')).checkpoint(io),
  },
  {
    name: 'serve',
    help: 'cli.help-serve',
    example: 'PORT=8080 ./huiyin serve',
    run: async () => (await import('../server/main.ts')).stopped,
  },
  {
    name: 'city',
    help: 'cli.help-city',
    example: CITY_EXAMPLE,
    run: async (args, io) => (await import('./city.ts')).city(args, io),
  },
  {
    name: 'demo',
    help: 'cli.help-demo',
    example: './huiyin demo',
    run: async (_, io) => (await import('./demo.ts')).demo(io),
  },
  {
    name: 'migrate',
    help: 'cli.help-migrate',
    example: 'DATABASE_URL=postgres://huiyin:…@db/huiyin ./huiyin migrate',
    run: async (_, io) => (await import('./migrate.ts')).migrateCommand(io),
  },
  {
    name: 'openapi',
    help: 'cli.help-openapi',
    example: './huiyin openapi > openapi.json',
    run: async (_, io) => (await import('./openapi.ts')).openapi(io),
  },
];
