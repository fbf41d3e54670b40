import { Refusal } from '../../kernel/index.ts';
import { readConfig } from '../../platform/config/index.ts';
import { describe, languageOf, sentence } from '../../platform/i18n/index.ts';
import { accountLine, accountsFile } from './demo-accounts.ts';
import { startServer } from './start.ts';

// `npm start`. Says what it does in the language of the terminal, and ends all that it started with itself.

const language = languageOf(process.env['HUIYIN_LANG'], process.env['LC_ALL'] || process.env['LANG']);
const say = (key: string, params = {}) => process.stdout.write(`${sentence(language, `cli.${key}`, params)}\n`);

/** One account for each kind of seat; the others stand in the file. */
const PRINTED = 5;
/** What the demo assigned last falls due within two weeks; after that it is only ever more overdue. */
const STALE_DAYS = 14;

/** How to end what was started, in the order of starting. */
const started: (() => Promise<void>)[] = [];
let ending: number | undefined;

/** The server ends with its process; whoever waits for it waits for ever. */
export const stopped = new Promise<number>(() => undefined);

/** Once is enough: a Ctrl-C arrives from the terminal and, passed on, from the process before us. Later ones insist. */
async function end(code: number): Promise<void> {
  if (ending !== undefined) {
    if (Date.now() - ending > 3_000) process.exit(1);
    return;
  }
  ending = Date.now();
  if (code === 0) say('stopping');
  for (const stop of started.toReversed())
    await stop().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
process.on('disconnect', () => void end(0));
for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(fault, (error) => {
    process.stderr.write(`${(error as Error | undefined)?.stack ?? String(error)}\n`);
    void end(1);
  });

try {
  const server = await startServer(readConfig(), {
    databaseOpened: (where) => say('database-opened', { where }),
    buildingPage: () => say('building-page'),
    seedingDemo: () => say('seeding-demo'),
    portTaken: (port) => say('port-taken', { port, next: port + 1 }),
    wouldSend: (to, text) => say('would-send', { to, text }),
    toEnd: (stop) => started.push(stop),
    databaseLost: () => {
      say('database-lost');
      void end(1);
    },
  });
  say('ready', { address: server.address, where: server.where });
  if (server.setupCode !== null) say('no-city', { address: server.address, code: server.setupCode });
  if (server.accounts.length > 0)
    say('demo-accounts', { file: accountsFile(server.home), count: server.accounts.length });
  for (const account of server.accounts.slice(0, PRINTED)) process.stdout.write(`  ${accountLine(account)}\n`);
  if (server.demoAge !== null && server.demoAge > STALE_DAYS) say('demo-old', { days: server.demoAge });
  say('how-to-stop');
} catch (error) {
  const text = error instanceof Refusal ? describe(language, error.problem) : ((error as Error).stack ?? String(error));
  // What is still being started when it is stopped fails, and that is no news.
  if (ending === undefined) process.stderr.write(`${text}\n`);
  await end(1);
}
