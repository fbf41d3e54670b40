import { ZERO } from './parties/fen.ts';
import { dayOf } from '../../src/kernel/day.ts';
import type { MatterView } from '../../src/matters/contract.ts';
import type { Caller } from '../../src/platform/identity/contract.ts';
import type { Field } from './fields.ts';
import { isNext } from '../works/nextGate.ts';
import { givenFrom } from './given.ts';
import type { Typed } from './useDraft.ts';

/** Whether whoever acts does so for a co-unit, which answers for its own part: the draft of the whole is not theirs to send. */
function isCo({ row, units: all }: MatterView, { unit: own, units }: Acting): boolean {
  const co = all.filter(({ part }) => part === 'co').map(({ unit }) => unit);
  if (own !== null && (own === row.lead || co.includes(own))) return co.includes(own);
  return !(row.lead !== null && units.includes(row.lead)) && co.some((unit) => units.includes(unit));
}
type Acting = Pick<Caller, 'unit' | 'units'>;

/** What a form begins with: what the matter says now, and the only unit there is to choose. */
export function beginFrom(fields: readonly Field[], view: MatterView, caller: Acting): Typed {
  const asked = view.between?.settlement?.confirmation;
  const now: Record<NonNullable<Field['from']>, unknown> = {
    text: view.row.text,
    area: view.row.area ?? '',
    aim: view.aim ?? '',
    wanted: view.wanted ?? '',
    confidential: view.row.confidential,
    green: view.green ?? false,
    lead: view.row.lead,
    co: view.row.co,
    percent: view.percent ?? '',
    category: view.raised?.category?.code ?? view.raised?.wish ?? null,
    draft: isCo(view, caller) ? '' : (view.raised?.draft?.result ?? ''),
    // Published before, it is gone on with from there.
    question: view.raised?.published?.question ?? view.row.text,
    answer: view.raised?.published?.answer ?? view.raised?.answer ?? '',
    amount: yuanOf(view.between?.amount ?? null),
    // The day named at registration; once units work on it each has its own.
    today: dayOf(new Date()),
    target: view.targets?.known.length === 1 ? view.targets.known[0]!.target : null,
    gate: view.gates?.find(isNext)?.gate ?? null,
    // Noted before, it is put right from there.
    court: asked?.court ?? '',
    appliedOn: asked?.appliedOn ?? '',
    courtNumber: asked?.number ?? '',
    ruling: asked?.ruling?.outcome ?? null,
    ruledOn: asked?.ruling?.ruledOn ?? '',
    rulingNumber: asked?.ruling?.number ?? '',
    weight: view.weight ?? '',
    due: view.units.length === 0 ? (view.row.due ?? '') : '',
  };
  const back = new Set(view.units.filter(({ stance }) => stance === 'refused').map(({ unit }) => unit));
  const typed: Typed = {};
  for (const field of fields) {
    if (field.from) typed[field.name] = now[field.from];
    // Who has just handed it back is not asked again unawares.
    if (field.from === 'lead' && back.has(view.row.lead ?? '')) typed[field.name] = null;
    if (field.from === 'co' && back.size) typed[field.name] = view.row.co.filter((co) => !back.has(co));
    if (field.among === 'asking' && view.extensions.length === 1) typed[field.name] = view.extensions[0]?.unit;
  }
  return typed;
}

/** A correction names only what changes: what still says what the matter says stays out. */
export function withoutUnchanged(
  fields: readonly Field[],
  given: Record<string, unknown>,
  view: MatterView,
  caller: Acting,
): Record<string, unknown> {
  const begun = beginFrom(fields, view, caller);
  // As it would go out: what is typed as yuan goes out as fen.
  const before = givenFrom(fields, begun);
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => !(name in begun) || (name in before ? before[name] : begun[name]) !== value,
    ),
  );
}

/** The units that have handed the matter back and hold it no more, each with when and why, as it said last. */
export function handedBack({ units, story }: MatterView): { unit: string; at: string; reason: string }[] {
  return units
    .filter(({ stance }) => stance === 'refused')
    .map(({ unit }) => {
      const said = story.findLast(
        ({ kind, effects }) => kind === 'refuse' && effects.some((one) => one['do'] === 'unit' && one['unit'] === unit),
      );
      return {
        unit,
        at: said?.at ?? '',
        reason: typeof said?.given['reason'] === 'string' ? said.given['reason'] : '',
      };
    });
}

/** Co-units that still owe their answer; the lead unit must then say why it answers without them. */
export const owingUnits = (view: MatterView): string[] =>
  view.units
    .filter((unit) => unit.part === 'co' && unit.stance !== 'answered' && unit.stance !== 'done')
    .map((unit) => unit.unit);

/** A sum of money as it begins in its field; nought was said expressly. */
const yuanOf = (fen: number | null): string => (fen === null ? '' : fen === 0 ? ZERO : String(fen / 100));
