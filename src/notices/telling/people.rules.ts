import type { SeatHeld, Unit } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import type { MatterState, ReadAbove } from '../../matters/index.ts';

/** Who there is to be told: the seats held now, the tree of units, and who has had a hand in the matter, the last first. */
export type People = {
  readonly roster: readonly SeatHeld[];
  readonly units: ReadonlyMap<Uuid, Pick<Unit, 'parent'>>;
  readonly hands: readonly Uuid[];
  /** While an exclusion waits for its review: those who may review it by the mechanism's file, and did not propose it. */
  readonly able?: readonly SeatHeld[];
  /** What decides who reads the matters above it. */
  readonly above?: readonly ReadAbove[];
};

/** Who has had a hand in a matter, whoever was appointed to it before all others: it is theirs, whoever wrote something last. */
export const handsWith = (appointed: { readonly seat: Uuid } | null, hands: readonly Uuid[]): readonly Uuid[] =>
  appointed ? [appointed.seat, ...hands] : hands;

/**
 * Who does a unit's work on a matter: the one who has had it in hand; before anybody has, the unit's handlers; in a unit
 * without handlers its head. Never the whole unit once somebody has taken it on.
 */
export function ownersOf(people: People, unit: Uuid): { seats: readonly SeatHeld[]; taken: boolean } {
  const here = people.roster.filter((s) => s.unit === unit && (s.role === 'handler' || s.role === 'head'));
  const hand = lastHand(people, here);
  if (hand) return { seats: [hand], taken: true };
  const handlers = here.filter((s) => s.role === 'handler');
  return { seats: handlers.length ? handlers : here, taken: false };
}

/** Who answers for a unit: its head, or the nearest head above it. */
export function superiorsOf({ roster, units }: People, unit: Uuid): readonly SeatHeld[] {
  for (let at: Uuid | null = unit, steps = 0; at !== null && steps <= units.size; steps++) {
    const heads = roster.filter((s) => s.unit === at && s.role === 'head');
    if (heads.length) return heads;
    at = units.get(at)?.parent ?? null;
  }
  return [];
}

/** The nearest head above a unit, who answers for it and for others; none where no unit above it has one. */
export const higherThan = (people: People, unit: Uuid): readonly SeatHeld[] => {
  const parent = people.units.get(unit)?.parent ?? null;
  return parent === null ? [] : superiorsOf(people, parent);
};

/** The city's leaders, whoever has had a hand in the matter first, then whoever has sat longest. */
export function mayorsOf(people: People): readonly SeatHeld[] {
  const mayors = people.roster.filter((s) => s.role === 'mayor');
  const hand = lastHand(people, mayors);
  return hand ? [hand, ...mayors.filter((s) => s !== hand)] : mayors;
}

/** Who in the supervision office has the matter: whoever of it acted on it last, or all of it when that person has moved on. */
export function officeOf(people: People): readonly SeatHeld[] {
  const office = people.roster.filter((s) => s.role === 'supervisor');
  const hand = lastHand(people, office);
  return hand ? [hand] : office;
}

/** Those who are named for a sealed matter and sit there. */
export const namedFor = ({ roster }: People, { helpers }: Pick<MatterState, 'helpers'>): readonly SeatHeld[] =>
  roster.filter((s) => helpers.some(({ seat }) => seat === s.seat));

/** Who of them has had it in hand last; before anybody has, all of them. */
export function namedInHand(people: People, state: Pick<MatterState, 'helpers'>): readonly SeatHeld[] {
  const named = namedFor(people, state);
  const hand = lastHand(people, named);
  return hand ? [hand] : named;
}

const HIGHEST = ['mayor', 'head', 'supervisor', 'handler'];

/** The highest of them but whoever has it in hand, or the highest mayor among them; undefined where there is no other. */
export function highestNamed(
  people: People,
  state: Pick<MatterState, 'helpers'>,
  to: 'superior' | 'mayor',
): SeatHeld | undefined {
  const named = namedFor(people, state);
  const hand = lastHand(people, named);
  const others = named.filter((s) => s !== hand && (to === 'superior' || s.role === 'mayor'));
  return others.toSorted((a, b) => HIGHEST.indexOf(a.role) - HIGHEST.indexOf(b.role))[0];
}

const lastHand = ({ hands }: People, among: readonly SeatHeld[]): SeatHeld | undefined => {
  for (const seat of hands) {
    const found = among.find((s) => s.seat === seat);
    if (found) return found;
  }
  return undefined;
};
