import type { MatterRow } from '../../src/matters/contract.ts';

/** The day beside a matter's slip: when what is over was closed, else when it is due. Beside "struck off" a due day would be read as that. */
export const lineDay = ({ phase, due, closedOn }: Pick<MatterRow, 'phase' | 'due' | 'closedOn'>): string | null =>
  phase === 'closed' ? (closedOn ?? null) : due;
