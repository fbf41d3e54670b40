import type { Readable, Writable } from 'node:stream';
import type { Language } from '../platform/i18n/index.ts';

/** Where a command reads and writes, and its reader's language. */
export type Terminal = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly lang: Language;
};
