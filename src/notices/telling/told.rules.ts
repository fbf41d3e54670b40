import type { SeatHeld } from '../../directory/index.ts';
import type { Day, Uuid } from '../../kernel/index.ts';
import { reviewersAmong, type MatterAct, type MatterState } from '../../matters/index.ts';
import type { NoticeKind, Why } from '../contract.ts';
import { mayorsOf, namedFor, namedInHand, officeOf, ownersOf, superiorsOf, type People } from './people.rules.ts';

/** One seat to be told one thing, and why this seat. */
export type Told = {
  readonly seat: Uuid;
  readonly account: Uuid;
  readonly kind: NoticeKind;
  readonly why: Why;
  readonly unit: Uuid | null;
  readonly due: Day | null;
};

type Saying = Pick<Told, 'kind' | 'unit' | 'due'>;

/** Whether it followed of itself: what the ladder does is told as the rung says, by whoever climbed it. */
export const byLadder = (act: MatterAct): boolean => act.seat === null;

/** The unit that leads; undefined while none does. */
export const leadOf = ({ units }: MatterState): Uuid | undefined => units.find((u) => u.part === 'lead')?.unit;

/** What is to be told: of which kind, about which unit, and by when something is due. */
export const say = (kind: NoticeKind, unit: Uuid | null, due: Day | null = null): Saying => ({ kind, unit, due });

/** The same told to each of those seats, for one reason. */
export const to = (seats: readonly SeatHeld[], why: Why, saying: Saying): Told[] =>
  seats.map(({ seat, account }) => ({ seat, account, why, ...saying }));

/** Those who do the work of the unit that it is about. */
export function toOwners(people: People, saying: Saying): Told[] {
  if (saying.unit === null) return [];
  const { seats, taken } = ownersOf(people, saying.unit);
  return to(seats, taken ? 'owner' : 'unit', saying);
}

/** Those who answer for the unit that it is about. */
export const toSuperiors = (people: People, saying: Saying): Told[] =>
  saying.unit === null ? [] : to(superiorsOf(people, saying.unit), 'superior', saying);

/** The city's leaders. */
export const toMayors = (people: People, saying: Saying): Told[] => to(mayorsOf(people), 'mayor', saying);

/** Whoever of those named for a sealed matter has it in hand; before anybody has, all of them. */
export const toNamed = (people: People, matter: MatterState, saying: Saying): Told[] =>
  to(namedInHand(people, matter), 'sealed', saying);

/** All who are named for a sealed matter. */
export const toAllNamed = (people: People, matter: MatterState, saying: Saying): Told[] =>
  to(namedFor(people, matter), 'sealed', saying);

/** One seat: the one to which the matter is raised, or another for the reason given. */
export const toSeat = (people: People, seat: Uuid, saying: Saying, why: Why = 'raised'): Told[] =>
  to(
    people.roster.filter((s) => s.seat === seat),
    why,
    saying,
  );

/** Whoever was asked to help with the matter. */
export const toHelpers = (people: People, { helpers }: Pick<MatterState, 'helpers'>, saying: Saying): Told[] =>
  helpers.flatMap(({ seat }) => toSeat(people, seat, saying, 'helper'));

/** Whoever in the supervision office has the matter. */
export const toOffice = (people: People, saying: Saying): Told[] => to(officeOf(people), 'office', saying);
/** The same of the time that runs on after the unit has refused: it is the office's own, though the clock is still called by the unit. */
export const toOfficeRefused = (people: People, saying: Saying): Told[] => to(officeOf(people), 'refused', saying);

/**
 * Whose work it is to review an exclusion. Whoever proposed it had it in hand last, and is the one who may not; the office hears of it
 * whole where nobody may any more.
 */
export function toReviewers(people: People, saying: Saying): Told[] {
  const those = reviewersAmong(people.able ?? []);
  if (!those.length) return toOffice(people, saying);
  return those.flatMap((seat) => to([seat], seat.role === 'mayor' ? 'mayor' : 'office', saying));
}

/** The same of the supervision office alone. */
export const toReviewingOffice = (people: People, saying: Saying): Told[] =>
  toReviewers({ ...people, able: (people.able ?? []).filter(({ role }) => role === 'supervisor') }, saying);

/** Those who do the unit's work, and those who answer for it. */
export const ofUnit = (people: People, saying: Saying): Told[] => [
  ...toOwners(people, saying),
  ...toSuperiors(people, saying),
];
