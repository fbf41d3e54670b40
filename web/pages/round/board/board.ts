import type { MatterRow } from '../../../../src/matters/contract.ts';

type Phase = MatterRow['phase'];
export type BoardRow = { area: string | null; cells: Record<Phase, MatterRow[]>; total: number; closed: number };
export type Board = { phases: readonly Phase[]; rows: BoardRow[]; counts: Record<Phase, number> };

const PHASES: readonly Phase[] = ['open', 'assigned', 'working', 'answered', 'closed'];

const each = <T>(make: (phase: Phase) => T): Record<Phase, T> => ({
  open: make('open'),
  assigned: make('assigned'),
  working: make('working'),
  answered: make('answered'),
  closed: make('closed'),
});

/** The matters of a round by area and phase. What nobody has been assigned has a column only when there is such a matter. */
export function boardOf(matters: readonly MatterRow[]): Board {
  const areas = new Map<string | null, MatterRow[]>();
  for (const row of matters) areas.set(row.area, [...(areas.get(row.area) ?? []), row]);
  const counts = each((phase) => matters.filter((row) => row.phase === phase).length);
  const rows = [...areas].map(([area, all]) => {
    const cells = each((phase) => all.filter((row) => row.phase === phase));
    return { area, cells, total: all.length, closed: cells.closed.length };
  });
  return { phases: PHASES.filter((phase) => phase !== 'open' || counts.open > 0), rows, counts };
}
