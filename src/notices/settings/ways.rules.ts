import type { Calendar } from '../../kernel/index.ts';
import { OUTSIDE, type Channel, type NoticeKind, type Outside } from '../contract.ts';
import { nextDigest, nextOpening, type Hours } from '../telling/hours.rules.ts';

/** How a person wants to be told, and by which ways they can be reached at all. */
export type Ways = {
  readonly language: 'zh' | 'en';
  readonly digestAt: number;
  readonly promptly: boolean;
  /** Channels by kind, where they have chosen; {@link channelsFor} knows the rest. */
  readonly choices: ReadonlyMap<string, readonly string[]>;
  /** The outside channels that lead to them: a confirmed address, a webhook. */
  readonly reached: ReadonlySet<Outside>;
};

export const DEFAULT_WAYS: Ways = {
  language: 'zh',
  digestAt: 9 * 60,
  promptly: true,
  choices: new Map(),
  reached: new Set(),
};

/** Whoever has not chosen is told by all the ways that lead to them; of a bulletin, which can wait to be met, on the page. */
const UNCHOSEN: Readonly<Partial<Record<NoticeKind, readonly Channel[]>>> = { bulletin: ['page'] };

/** The channels by which somebody is told of a kind, whether or not they lead anywhere yet. */
export const channelsFor = ({ choices }: Pick<Ways, 'choices'>, kind: NoticeKind): readonly Channel[] =>
  (choices.get(kind) as readonly Channel[] | undefined) ?? UNCHOSEN[kind] ?? ['page', ...OUTSIDE];

/** Of the channels chosen for a kind those that leave the house and arrive. */
export const outsideFor = (ways: Ways, kind: NoticeKind): Outside[] =>
  OUTSIDE.filter((channel) => ways.reached.has(channel) && channelsFor(ways, kind).includes(channel));

/** Kinds by which another person asks something of this one, or that would come too late: they do not wait for the day's digest. */
const PROMPT: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'raised',
  'instructed',
  'reminded',
  'returned',
  'refused',
  'disputed',
  'broken',
  'retracted',
  'conflicted',
  'halted',
  'unhalted',
  'session',
  'swap-asked',
  'assigned',
  'appointed',
  'received',
  'helping',
  'erasing',
  'mentioned',
]);
/** What is urgent waits so long for company: five matters of one meeting are one message. */
const GATHER_MS = 5 * 60_000;

/** When a notice may leave the house; null when it does not. Only in working hours, the urgent soon, the rest with the digest. */
export function goAt(ways: Ways, kind: NoticeKind, at: Date, calendar: Calendar, hours: Hours): Date | null {
  if (outsideFor(ways, kind).length === 0) return null;
  if (ways.promptly && PROMPT.has(kind)) return nextOpening(calendar, hours, new Date(at.getTime() + GATHER_MS));
  return nextDigest(calendar, hours, ways.digestAt, at);
}
