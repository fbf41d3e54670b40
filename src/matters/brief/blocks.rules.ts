import type { Uuid } from '../../kernel/index.ts';
import type { Stance } from '../contract.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { Block } from './brief.contract.ts';

/**
 * What an open matter hangs on, the first to be seen to first: another lead unit, a word on an extension, a unit that has not
 * accepted, co-units that owe their answer; and where it hangs on nobody else, the lead unit itself.
 */
export function blocksOf(state: Pick<MatterState, 'phase' | 'units' | 'asked'>): Block[] {
  const lead = state.units.find((u) => u.part === 'lead');
  const of = (part: 'lead' | 'co', ...stances: Stance[]): Uuid[] =>
    state.units.filter((u) => u.part === part && stances.includes(u.stance)).map((u) => u.unit);
  const unaccepted = [...of('lead', 'assigned'), ...of('co', 'assigned')];
  const refused = [...of('lead', 'refused'), ...of('co', 'refused')];
  const owing = of('co', 'accepted', 'returned');
  const blocks: Block[] = [
    ...(refused.length || !lead || state.phase === 'open' ? [{ why: 'reassign' as const, units: refused }] : []),
    ...state.asked.map(({ unit, until }) => ({ why: 'extension' as const, units: [unit], until })),
    ...(unaccepted.length ? [{ why: 'accept' as const, units: unaccepted }] : []),
    ...(owing.length ? [{ why: 'co' as const, units: owing }] : []),
    ...(lead?.stance === 'returned' ? [{ why: 'returned' as const, units: [lead.unit] }] : []),
  ];
  return blocks.length || !lead ? blocks : [{ why: 'lead', units: [lead.unit] }];
}
