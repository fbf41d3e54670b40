import type { Unit } from '../../directory/contract.ts';
import type { Person } from '../../directory/people/people.contract.ts';
import type { SeatRole } from '../../platform/identity/contract.ts';
import type { PersonLine } from './roster.contract.ts';

/** How posts and roles are called in the register, which is written in Chinese. */
export type PostWords = {
  readonly role: (role: SeatRole) => string;
  readonly handler: (unit: string) => string;
  readonly head: (unit: string) => string;
};
type Line = Omit<PersonLine, 'id' | 'seat' | 'n'>;

/**
 * A line for every seat that the city lacks: its supervision office and a leader, whose names are left open; a handler and a head
 * for each unit that takes part, named after the post until the person is known. A government is answered for by its
 * departments, and the supervision office deals with no matters. Pure.
 */
export function lackingSeats(units: readonly Unit[], people: readonly Person[], words: PostWords): Line[] {
  const held = people.filter(({ disabledAt }) => disabledAt === null).flatMap(({ seats }) => seats);
  const has = (role: SeatRole, unit?: string): boolean =>
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
    ...(has('supervisor') ? [] : [line('', office, 'supervisor')]),
    ...(has('mayor') ? [] : [line('', undefined, 'mayor')]),
  ];
  const taking = living.filter(({ id, kind }) => kind !== 'government' && id !== office?.id && !has('supervisor', id));
  const posts = taking.flatMap((unit) =>
    (['handler', 'head'] as const)
      .filter((role) => !has(role, unit.id))
      .map((role) => line(words[role](unit.shortName ?? unit.name), unit, role)),
  );
  return [...above, ...posts];
}
