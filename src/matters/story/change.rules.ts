import { dayOf, type Uuid } from '../../kernel/index.ts';
import type { Change } from './story.contract.ts';
import type { Step } from './step.rules.ts';

type Both = { before: NonNullable<Step['before']>; after: Step['after'] };

/** What an act made different from before, in the order in which it is told. The first act changes nothing: all of it is new. */
export function changesOf({ before, act, after }: Step): Change[] {
  if (!before) return [];
  const both = { before, after };
  if (act.kind === 'correct' || act.kind === 'revise') return corrected(both);
  return [...greenOf(both), ...assigned(both), ...dueOf(both), ...clocksOf(both), ...askedOf(both)];
}

/** What a matter that is parted takes along of what was judged in the other, as far as its reader may hear it. Pure. */
export function judgedThere(
  { act }: Pick<Step, 'act'>,
  may: (one: { readonly by: Uuid; readonly unnamed: boolean }) => boolean,
): Change[] {
  return act.effects.flatMap((effect): Change[] => {
    if (effect.do !== 'part' || !effect.former?.there || effect.former.lead === null) return [];
    const { lead: unit, there, evaluations } = effect.former;
    const day = dayOf(new Date(there.answered));
    return evaluations
      .filter(may)
      .map(({ stars, solved, satisfied }) => ({ of: 'judged', unit, day, stars, solved, satisfied }));
  });
}

function corrected({ before, after }: Both): Change[] {
  const words = (['text', 'area', 'aim', 'wanted'] as const).flatMap((of): Change[] =>
    before[of] === after[of] ? [] : [{ of, from: before[of], to: after[of] }],
  );
  const amount: Change[] =
    before.amount === after.amount ? [] : [{ of: 'amount', from: before.amount, to: after.amount }];
  const weight: Change[] =
    before.weight === after.weight ? [] : [{ of: 'weight', from: before.weight, to: after.weight }];
  const said = [...words, ...amount, ...weight];
  if (before.confidential === after.confidential) return said;
  return [...said, { of: 'confidential', from: before.confidential, to: after.confidential }];
}

/** Who came and who left; the first assignment itself names everybody. */
function assigned({ before: { units: had }, after: { units: has } }: Both): Change[] {
  if (!had.length) return [];
  const came = has
    .filter((u) => !had.some((old) => old.unit === u.unit))
    .map(({ unit, part }): Change => ({ of: 'came', unit, part }));
  const left = had
    .filter((old) => !has.some((u) => u.unit === old.unit))
    .map(({ unit, part }): Change => ({ of: 'left', unit, part }));
  const other = has.flatMap(({ unit, part: to }): Change[] => {
    const from = had.find((old) => old.unit === unit)?.part ?? to;
    return from === to ? [] : [{ of: 'part', unit, from, to }];
  });
  return [...came, ...left, ...other];
}

const greenOf = ({ before: { green: from }, after: { green: to } }: Both): Change[] =>
  from === to ? [] : [{ of: 'green', from, to }];

function dueOf({ before: { due: from }, after: { due: to } }: Both): Change[] {
  return from === null || to === null || from === to ? [] : [{ of: 'due', from, to }];
}

/** Clocks are only ever added, so that each keeps its place. */
function clocksOf({ before, after }: Both): Change[] {
  return before.clocks.flatMap((was, i): Change[] => {
    const is = after.clocks[i]!;
    if (is.due === was.due || is.stoppedAt !== null) return [];
    return [{ of: 'clock', clock: is.clock, unit: is.unit, from: was.due, to: is.due }];
  });
}

/** Against the unit's own day: the latest of its open clocks that lie before the day asked for. */
function askedOf({ before, after }: Both): Change[] {
  return after.asked
    .filter((one) => !before.asked.some((old) => old.act === one.act))
    .flatMap(({ unit, until: to }): Change[] => {
      const days = before.clocks.filter((c) => c.unit === unit && c.stoppedAt === null && c.due < to).map((c) => c.due);
      const from = days.toSorted().at(-1);
      return from ? [{ of: 'asked', unit, from, to }] : [];
    });
}
