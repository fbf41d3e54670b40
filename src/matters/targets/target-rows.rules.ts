import { millionths, type Day } from '../../kernel/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { standingOf } from './curve.rules.ts';

/** One target of a matter as it is summed up: what was promised, the last reading, and what was planned for its day. */
export type TargetRow = {
  target: string;
  /** The first of its matter’s targets, at which the matter itself is counted. */
  first: boolean;
  quantity: string;
  value: string | null;
  planned: string | null;
  readOn: Day | null;
};

/** A row from a moment on. */
export type TargetSince = TargetRow & { since: string };

/** Where the targets of a matter are summed: whether everybody may know of it, and if so its area, as both are now. */
export type SummedAt = { open: boolean; area: string | null };

/** Of what not everybody may read no area is written where everybody reads. */
export const summedAt = ({ openToCity, area }: { openToCity: boolean; area: string | null }): SummedAt => ({
  open: openToCity,
  area: openToCity ? area : null,
});

/** The rows that a state stands for. */
export const targetRows = ({ targets }: Pick<MatterState, 'targets'>): TargetRow[] =>
  targets.map((held, i) => {
    const { target, quantity } = held;
    const first = i === 0;
    const last = held.readings.at(-1);
    if (!last) return { target, first, quantity, value: null, planned: null, readOn: null };
    const { planned } = standingOf(held, last);
    return { target, first, quantity, value: last.value, planned, readOn: last.on };
  });

/** Those that are new, or other than before. */
export const changedTargets = (rows: readonly TargetRow[], before: readonly TargetRow[]): TargetRow[] =>
  rows.filter((row) => !before.some((old) => said(old) === said(row)));

const said = ({ target, first, quantity, value, planned, readOn }: TargetRow): string =>
  [target, first, quantity, value, planned, readOn].join('|');

/** A row from a moment on, as the table holds it: instants are seconds since 1970, quantities six digits behind the point. */
export type StoredTarget = TargetRow & SummedAt & { matter: string; since: number; until: number };

/** Gathers the rows of a matter from its first act to its last: `take` is shown each state in turn. */
export function targetHistory(): { take: (state: MatterState) => void; all: TargetSince[] } {
  const all: TargetSince[] = [];
  let before: TargetRow[] = [];
  const take = (state: MatterState): void => {
    if (state.targets.length === 0) return;
    const rows = targetRows(state);
    for (const row of changedTargets(rows, before)) {
      const twin = all.findIndex(({ target, since }) => target === row.target && since === state.updatedAt);
      // Of two at one instant the later stands.
      if (twin < 0) all.push({ ...row, since: state.updatedAt });
      else all[twin] = { ...row, since: state.updatedAt };
    }
    before = rows;
  };
  return { take, all };
}

/** Whether the table holds what follows from the acts. A row that does not say where it is summed has it from its matter, and is right. */
export function sameTargets(found: readonly StoredTarget[], all: readonly TargetSince[], at: SummedAt): boolean {
  if (found.some(({ open, area }) => open && !(at.open && area === at.area))) return false;
  const exact = (text: string | null): bigint | null => (text === null ? null : millionths(short(text)));
  const line = (row: TargetRow, since: number, until: number): string =>
    [row.target, row.first, since, until, exact(row.quantity), exact(row.value), exact(row.planned), row.readOn].join(
      '|',
    );
  const seconds = (instant: string): number => Date.parse(instant) / 1000;
  const wanted = all.map((row, i) => {
    const next = all.slice(i + 1).find(({ target }) => target === row.target);
    return line(row, seconds(row.since), next ? seconds(next.since) : Infinity);
  });
  const stored = found.map((row) => line(row, row.since, row.until));
  return stored.toSorted().join('\n') === wanted.toSorted().join('\n');
}

/** A quantity as the server writes it, without the zeros at its end. */
export const short = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/u, '') : text);
