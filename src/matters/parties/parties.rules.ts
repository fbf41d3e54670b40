import { no, ok, problem, type Result, type Uuid } from '../../kernel/index.ts';
import type { Checked } from '../life/ask.rules.ts';
import type { Effect, MatterAct } from '../life/effect.rules.ts';
import type { MatterState } from '../life/state.rules.ts';
import type { GivenParty } from './parties.contract.ts';
import type { Party } from './between-state.rules.ts';
import { besideParties } from './conflicted.rules.ts';
import { conflictOf, sameName } from './conflict.rules.ts';

type Deciding = Checked<'register'> | Checked<'involve'>;

/**
 * The parties that come in with an act. Refuses `matter.has-no-parties` and `matter.has-no-amount` under a mechanism without them,
 * `matter.no-such-side`, `enterprises.no-such`, and `matter.party-twice` for an enterprise that stands in the matter already, by its id or by its name. Two people
 * may well bear one name. An enterprise of the register is called as it is there, whatever name was given with its id.
 */
export function decideParties(
  state: MatterState | null,
  { mechanism, given, beside = [], firms, id }: Deciding,
): Result<Effect[]> {
  const parties = (given.parties ?? []).map((one) => ({ ...one, name: firms?.get(one.enterprise ?? '') ?? one.name }));
  if ('amount' in given && given.amount != null && !mechanism.amount)
    return no(problem('matter.has-no-amount', { mechanism: mechanism.key }, { pointer: '/given/amount' }));
  if (parties.length === 0) return ok([]);
  if (!mechanism.parties)
    return no(problem('matter.has-no-parties', { mechanism: mechanism.key }, { pointer: '/given/parties' }));
  const known = Object.keys(mechanism.parties.sides);
  const there: Enterprise[] = (state?.parties ?? []).filter(isEnterprise);
  for (const [i, { side, kind, enterprise, name }] of parties.entries()) {
    const at = (field: string) => ({ pointer: `/given/parties/${i}/${field}` });
    if (!known.includes(side))
      return no(
        problem(
          'matter.no-such-side',
          { side, known: Object.values(mechanism.parties.sides).map(({ zh, en }) => ({ zh, en })) },
          at('side'),
        ),
      );
    if (kind !== 'enterprise') continue;
    if (enterprise && firms && !firms.has(enterprise)) return no(problem('enterprises.no-such', {}, at('enterprise')));
    if (there.some((one) => isSame(one, { enterprise, name })))
      return no(problem('matter.party-twice', { name }, at(enterprise ? 'enterprise' : 'name')));
    there.push({ enterprise, name });
  }
  const called = parties.flatMap(({ enterprise, name }, i): [Uuid, string][] =>
    enterprise && name !== given.parties![i]!.name ? [[enterprise, name]] : [],
  );
  const named = called.length ? { firms: Object.fromEntries(called) } : {};
  if (!state) return ok([{ do: 'parties', ...named }]);
  const fresh = withParties(state.parties, { id, given: { parties } }).slice(state.parties.length);
  return ok([{ do: 'parties', ...named, ...besideParties(state, fresh, parties, beside) }]);
}

type Enterprise = Pick<GivenParty, 'enterprise' | 'name'>;
const isEnterprise = ({ kind }: Party): boolean => kind === 'enterprise';
/** Two of the register are told apart by that alone. */
const isSame = (one: Enterprise, other: Enterprise): boolean =>
  one.enterprise && other.enterprise ? one.enterprise === other.enterprise : sameName(one.name, other.name);

/** Takes the parties of an act into the list. `firms`: enterprises that the register calls otherwise than they were given, by id. */
export function withParties(
  parties: readonly Party[],
  { id, given }: Pick<MatterAct, 'id' | 'given'>,
  firms: Readonly<Record<Uuid, string>> = {},
): Party[] {
  const fresh = (given['parties'] ?? []) as readonly GivenParty[];
  return [
    ...parties,
    ...fresh.map(({ side, kind, enterprise, name, agent, contact }, i) => ({
      n: parties.length + i + 1,
      act: id,
      side,
      kind,
      enterprise: enterprise ?? null,
      name: (enterprise && firms[enterprise]) || name,
      agent: agent ?? null,
      contact: contact ?? null,
    })),
  ];
}

/** The sides of the mechanism on which nobody stands. */
export const emptySides = (sides: readonly string[], parties: readonly Party[]): string[] =>
  sides.filter((side) => !parties.some((party) => party.side === side));

/**
 * Gives a matter to one seat of its lead unit. Refuses whoever does not sit there, and whoever is not impartial, naming why; where
 * that is not known it is kept as not known.
 */
export function decideAppoint(state: MatterState, ask: Checked<'appoint'>): Result<Effect[]> {
  const { given, appointing } = ask;
  const pointer = '/given/seat';
  const lead = state.units.find((u) => u.part === 'lead');
  if (!appointing || !lead || appointing.unit !== lead.unit)
    return no(problem('matter.appoint-in-lead-unit', {}, { pointer }));
  // Once parties have come in of whom that was not known, the same one may be asked anew.
  if (state.appointed?.seat === given.seat && !(state.appointed.impartial === 'unknown' && given.impartial))
    return no(problem('matter.appointed-already', { name: appointing.name }, { pointer }));
  const found = conflictOf(state.parties, appointing, given.impartial ?? null);
  if (found.why) return no(problem(`matter.${found.why}`, { name: appointing.name, party: found.party }, { pointer }));
  return ok([{ do: 'appoint', seat: given.seat, unit: lead.unit, impartial: found.impartial }]);
}
