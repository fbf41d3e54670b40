import type { Unit } from '../../directory/contract.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';
import type { PersonLine } from './roster.contract.ts';

/** How posts and roles are called in the register, which is written in Chinese. */
export type PostWords = {
  readonly role: (role: SeatRole) => string;
  readonly handler: (unit: string) => string;
  readonly head: (unit: string) => string;
};
type Line = Omit<PersonLine, 'id' | 'seat' | 'n'>;
/** A seat that somebody has, or has on the table. */
export type HeldSeat = { readonly role: SeatRole; readonly unit: Uuid | null };

/**
 * A line for every seat that is lacking, named after the post until the person is known, so that none of them is without a name: a
 * handler and a head for each unit that takes part, and of the city its supervision office and a leader where `above` asks for them. A
 * government is answered for by its departments, and the supervision office deals with no matters. Pure.
 */
export function lackingSeats(
  units: readonly Unit[],
  held: readonly HeldSeat[],
  words: PostWords,
  { above: asked }: { readonly above: boolean },
): Line[] {
  const has = (role: SeatRole, unit?: Uuid): boolean =>
    held.some((seat) => seat.role === role && (unit === undefined || seat.unit === unit));
  const living = units.filter(({ retiredAt }) => retiredAt === null);
  const office = living.find(({ kind, name }) => kind === 'office' && name.includes('督查'));
  const line = (name: string, unit: Unit | undefined, role: SeatRole): Line => ({
    name,
    login: '',
    unit: unit?.name ?? '',
    role: words.role(role),
    title: '',
    unvalued: [],
  });
  const above = [
    ...(has('supervisor') ? [] : [line(words.role('supervisor'), office, 'supervisor')]),
    ...(has('mayor') ? [] : [line(words.role('mayor'), undefined, 'mayor')]),
  ];
  const taking = living.filter(({ id, kind }) => kind !== 'government' && id !== office?.id && !has('supervisor', id));
  const posts = taking.flatMap((unit) =>
    (['handler', 'head'] as const)
      .filter((role) => !has(role, unit.id))
      .map((role) => line(words[role](unit.shortName ?? unit.name), unit, role)),
  );
  return [...(asked ? above : []), ...posts];
}
