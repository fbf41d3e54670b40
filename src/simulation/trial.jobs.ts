import { findCaller } from '../directory/index.ts';
import { dayOf, refuse, startOfDay, type Uuid } from '../kernel/index.ts';
import { parseMechanism, type Mechanism } from '../mechanism/index.ts';
import { findByNumber, getNewestMechanism } from '../matters/index.ts';
import { describe, type Language } from '../platform/i18n/index.ts';
import type { Caller } from '../platform/identity/contract.ts';
import { defineJob } from '../platform/jobs/index.ts';
import { transact, type Tx } from '../platform/postgres/index.ts';
import { keepFile, workOff } from '../platform/transfers/index.ts';
import type { Comparison, Refusal } from './compare.rules.ts';
import { MEASURES, TryMechanism, type Measure, type Told, type Trial } from './contract.ts';
import { simulate } from './simulate.ts';
import { withStageNames } from './tell.rules.ts';

/** So many matters can be opened where a measure changes; how many there are is told of all. */
const SHOWN = 20;

/**
 * Plays a trial. Counted are all matters of the city, as whoever sets a rule must know of all; those that can be opened from it are those that
 * the seat may read.
 */
export const tryMechanism = defineJob<{ transfer: Uuid }>('simulation.trial', (city, given, context) =>
  workOff(context, city, given.transfer, async (under) => {
    const { account, seat, ask, language } = under.transfer;
    const { pool } = context;
    const now = context.now();
    const system = { city, system: true } as const;
    const caller = await findCaller(pool, city, account, seat, now);
    if (!caller) return refuse('matter.export-seat-left', {}, { status: 403 });
    const { source, of, since } = TryMechanism.parse(JSON.parse(ask));
    const mechanism = parseMechanism(source).mechanism!;
    const progress = (matters: number) => transact(pool, system, (tx) => under.progress(tx, matters));
    const found = await transact(pool, system, (tx) =>
      simulate(tx, { city, mechanism, of, from: startOfDay(since), until: now, progress }),
    );
    const trial = await transact(pool, caller, async (tx) => {
      const { mechanism: past } = await getNewestMechanism(tx, city, of);
      return told(tx, caller, found, { mechanism, past, language });
    });
    const whole: Trial = { of, since, until: dayOf(now), ...trial };
    const written = { rows: found.matters, total: found.matters };
    return keepFile(context, city, under, inOne(Buffer.from(JSON.stringify(whole))), written);
  }),
);

async function* inOne(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}

/** `past`: the mechanism on whose matters it was tried, which may have clocks that the file lacks. */
type In = { mechanism: Mechanism; past: Mechanism; language: Language };

async function told(
  tx: Tx,
  { city }: Caller,
  found: Comparison,
  { mechanism, past, language }: In,
): Promise<Omit<Trial, 'of' | 'since' | 'until'>> {
  const { measures, clocks, refused, unknown, asDone, unplayable, notAgain, matters } = found;
  const wanted = [
    ...MEASURES.flatMap((measure) => [measures[measure].more, measures[measure].fewer]),
    unknown,
    asDone,
    unplayable,
    [...refused, ...notAgain].map(({ number }) => number),
  ];
  const ids = await findByNumber(tx, city, [...new Set(wanted.flatMap((numbers) => numbers.slice(0, SHOWN)))]);
  const shown = (numbers: readonly string[]): Told => ({
    n: numbers.length,
    shown: numbers.slice(0, SHOWN).flatMap((number) => {
      const id = ids.get(number);
      return id ? [{ id, number }] : [];
    }),
  });
  const worded = ({ kind, problem, n, number }: Refusal, file: Mechanism) => ({
    kind,
    why: describe(language, withStageNames(problem, file)),
    n,
    example: shown([number]),
  });
  return {
    matters,
    measures: Object.fromEntries(
      MEASURES.map((measure) => {
        const { was, would, unknown: unsure, more, fewer } = measures[measure];
        return [measure, { was, would, unknown: unsure, more: shown(more), fewer: shown(fewer) }];
      }),
    ) as Record<Measure, Trial['measures'][Measure]>,
    clocks: Object.entries(clocks).map(([clock, counts]) => ({
      name: (mechanism.clocks[clock] ?? past.clocks[clock])?.name[language] ?? clock,
      ...counts,
    })),
    refused: refused.map((one) => worded(one, mechanism)),
    notAgain: notAgain.map((one) => worded(one, past)),
    unknown: shown(unknown),
    asDone: shown(asDone),
    unplayable: shown(unplayable),
  };
}
