import type { Readable, Writable } from 'node:stream';
import type { Language } from '../../platform/i18n/index.ts';

/** Where a command reads and writes, and its reader's language. */
export type Io = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly lang: Language;
};

/** How a city is founded; shown by the help and by the refusals of the command. */
export const CITY_EXAMPLE = './huiyin city --code 411000 --name 许昌市 --name-en Xuchang --admin admin';

/** A command of `./huiyin`: its words, an example to copy, and what it does. The exit code is 0, 1 found wrong, 2 misused. */
export type Command = {
  readonly name: string;
  readonly help: string;
  readonly example: string;
  readonly run: (args: string[], io: Io) => Promise<number>;
};
