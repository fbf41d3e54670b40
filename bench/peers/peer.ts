import type { Chance } from '../world/chance.ts';

/** What is measured of each of the three, in this order. */
export const OPERATIONS = {
  raise: 'a ticket created, by whoever asks for something',
  create: 'a ticket created and assigned, by an agent',
  list: 'a list of 20 by due date, of what is open',
  subject: 'a search of four characters in subjects',
  body: 'a search of four characters in bodies',
  open: 'a ticket opened with its history',
  reply: 'a reply',
  counts: 'what is open, counted by queue',
} as const;
export type Operation = keyof typeof OPERATIONS;

/** One of the three, running: two workers, as many people signed in as there are clients. */
export type Peer = {
  readonly name: string;
  /** The process whose memory, with that of all that it started, is the program's own. */
  readonly pids: readonly number[];
  /** Does it once as the n-th of the people, and throws where it was not answered as it should be. */
  readonly does: Readonly<Record<Operation, (n: number, c: Chance) => Promise<void>>>;
  close(): Promise<void>;
};
