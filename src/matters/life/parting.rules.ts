import type { Uuid } from '../../kernel/index.ts';
import { stagesFor, ruleFor, type Mechanism } from '../../mechanism/index.ts';
import { disputed } from './disputed.rules.ts';
import { answeredLate, leadOf, owesAnew, standing } from './former.rules.ts';
import type { Former } from './state-parts.rules.ts';
import type { MatterState } from './state.rules.ts';

type Judged = Former['evaluations'][number];
const isNo = ({ solved, satisfied }: Pick<Judged, 'solved' | 'satisfied'>): boolean => !solved || !satisfied;

/**
 * Who judged what stands or stood in the host, and raised nothing there but what goes on in it no more: what they said leaves it. Of who raised
 * something else there too it stays, and counts there alone. Pure.
 */
export function saidThrough({ originators, gathered, evaluations, former }: MatterState, matter: Uuid): Uuid[] {
  const staying = new Set([
    ...originators.filter(({ through }) => through === undefined).map(({ id }) => id),
    ...gathered.filter((one) => one.matter !== matter).flatMap((one) => one.originators.map(({ id }) => id)),
  ]);
  const by = [...evaluations, ...(former?.evaluations ?? [])].map((one) => one.by);
  return [...new Set(by)].filter((id) => !staying.has(id));
}

/** Whether nobody who stays was discontent with what was taken up again. Pure. */
export function contentWithout({ former }: MatterState, by: readonly Uuid[]): boolean {
  if (former?.disputed !== true) return false;
  const { callback } = former;
  const heardNo = callback?.solved === false || callback?.satisfied === false;
  return !heardNo && !former.evaluations.some((one) => !by.includes(one.by) && isNo(one));
}

/**
 * What a matter that is parted keeps of the other: that it was answered there and by which unit, and what those who raised it said of that
 * (docs/adr/0640-what-was-judged-is-taken-along.md). Null where they said nothing, and where it has an answer of its own. Pure.
 */
export function takenAlong(state: MatterState, host: MatterState, mechanism: Mechanism): Kept | null {
  const here = host.gathered.find(({ number }) => number === state.number);
  if (!here || state.answer || state.struck) return null;
  const by = saidThrough(host, here.matter);
  const lead = host.answer ? leadOf(host) : (host.former?.lead ?? null);
  const stands = standing(host);
  const said = stands.evaluations.filter((one) => by.includes(one.by));
  if (lead === null || !said.length || !(host.answer ?? host.former?.answered)) return null;
  const at = answeredAt(host, mechanism);
  // Of another unit's answer nothing is kept: this one was given since.
  const own = state.former?.answered && state.former.lead === lead ? state.former : null;
  const before = own?.evaluations.filter((one) => !said.some((anew) => anew.by === one.by)) ?? [];
  const late = own?.late ?? (at > here.at && (answeredLate(host, lead, mechanism) || host.former?.late === true));
  return {
    answered: true,
    disputed: owesAnew(state) || discontent(host, by),
    lead,
    evaluations: [...before, ...said],
    callback: null,
    excluded: stands.excluded,
    // Of what was answered before it was joined, they had the answer as it was joined.
    there: { since: here.at, answered: at > here.at ? at : here.at },
    ...(late ? { late: true as const } : {}),
  };
}
type Kept = Omit<Former, 'act' | 'at'>;

/** Whether they were not content with the answer that stands, or the one that was taken up again by that. */
function discontent(host: MatterState, by: readonly Uuid[]): boolean {
  const theirs = <T extends { readonly by: Uuid }>(said: readonly T[]): T[] =>
    said.filter((one) => by.includes(one.by));
  if (!host.answer) return owesAnew(host) && theirs(host.former?.evaluations ?? []).some(isNo);
  return disputed({ ...host, callback: host.callback && forAll(host.callback), evaluations: theirs(host.evaluations) });
}

/** A no that was heard on the telephone is of whoever said it, which nobody wrote down. */
const forAll = ({ no: _, ...callback }: NonNullable<MatterState['callback']>) => callback;

/** When the answer was given that stands or stood: as the stage was entered in which it is judged. */
function answeredAt({ answer, entered, former, updatedAt }: MatterState, mechanism: Mechanism): string {
  const instead = ruleFor(mechanism, 'evaluate')?.instead;
  const known = stagesFor(mechanism, 'evaluate').flatMap((one) => (one === instead ? [] : (entered[one] ?? [])));
  return (
    answer?.at ??
    known
      .filter((at) => at <= (former?.at ?? updatedAt))
      .toSorted()
      .at(-1) ??
    former?.at ??
    updatedAt
  );
}
