import { isOwnTime, type Mechanism } from '../mechanism/index.ts';
import { inTime, type MatterState } from '../matters/index.ts';
import { FigureKey, type Figure, type FigureGroup } from './contract.ts';

/** A matter as it stood at the moment counted at. */
export type Counted = { readonly id: string; readonly state: MatterState; readonly mechanism: Mechanism };

/** What each figure counts. A reader's rate names two of them: struck off of all, answered of all. */
const COUNTS: Record<FigureKey, (m: Counted, at: Date) => boolean> = {
  total: () => true,
  /** Its lead unit took it on, then or since. */
  accepted: ({ state }) => ['working', 'answered', 'closed'].includes(state.phase),
  answered: ({ state }) => state.phase === 'answered' || state.phase === 'closed',
  closed: ({ state }) => state.phase === 'closed',
  running: ({ state }) => state.phase !== 'closed',
  /** A deadline to answer has passed, nobody has answered, and time was not standing still. */
  overdue: ({ state, mechanism }, at) =>
    state.clocks.some(
      (c) => c.stoppedAt === null && c.paused === null && answers(mechanism, c.clock) && !inTime(c, at),
    ),
  /** Answered, but after the deadline, at least once. */
  late: ({ state, mechanism }) => state.clocks.some((c) => c.how === 'late' && answers(mechanism, c.clock)),
  bounced: ({ state }) => state.counts.bounces > 0,
};

/** Whether a clock is one that an answer stops: being slow to sign for a paper is not being late with the work. */
const answers = (mechanism: Mechanism, clock: string): boolean => {
  const rule = mechanism.clocks[clock];
  return rule !== undefined && isOwnTime(rule) && rule.until.includes('answer') && !rule.until.includes('accept');
};

/** Every figure over some matters, in the order of the contract. */
export function figuresOf(matters: readonly Counted[], at: Date): Figure[] {
  // What goes on in another matter is counted there.
  const own = matters.filter(({ state }) => state.joined === null);
  return FigureKey.options.map((key) => {
    const counted = own.filter((m) => COUNTS[key](m, at)).map((m) => m.id);
    return { key, value: counted.length, matters: counted };
  });
}

/** The same figures for each group, in the order in which the groups first appear. */
export function groupsOf(matters: readonly Counted[], keyOf: (m: Counted) => string | null, at: Date): FigureGroup[] {
  const groups = new Map<string | null, Counted[]>();
  for (const matter of matters) {
    const key = keyOf(matter);
    const group = groups.get(key);
    if (group) group.push(matter);
    else groups.set(key, [matter]);
  }
  return [...groups].map(([key, own]) => ({ key, figures: figuresOf(own, at) }));
}
