import { Refusal } from '../../kernel/index.ts';
import { describe, sentence } from '../../platform/i18n/index.ts';
import type { Command, Io } from './command.ts';
import { commands } from './commands.ts';

const MISUSED = 2;

/** Runs the command that the arguments name; answers with the exit code. A refusal is told in words, on standard error. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [first] = args;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
    (first === undefined ? io.stderr : io.stdout).write(help(io));
    return first === undefined ? MISUSED : 0;
  }
  const command = commands.find(({ name }) => name.split(' ').every((word, n) => args[n] === word));
  if (!command) {
    const names = commands.map(({ name }) => name);
    const params = { name: args.slice(0, 2).join(' '), commands: names };
    io.stderr.write(`${sentence(io.lang, 'cli.unknown-command', params)}\n`);
    return MISUSED;
  }
  const rest = args.slice(command.name.split(' ').length);
  if (rest.includes('--help')) {
    io.stdout.write(entry(command, io));
    return 0;
  }
  try {
    return await command.run([...rest], io);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    io.stderr.write(`${describe(io.lang, error.problem)}\n`);
    return 1;
  }
}

const help = (io: Io): string =>
  `${sentence(io.lang, 'cli.usage')}\n${commands.map((command) => entry(command, io)).join('')}`;

const entry = ({ name, help: key, example }: Command, { lang }: Io): string =>
  `  ${name.padEnd(16)} ${sentence(lang, key)}\n  ${' '.repeat(16)} ${sentence(lang, 'cli.example')} ${example}\n`;
