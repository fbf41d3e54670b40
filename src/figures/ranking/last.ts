import { findUnits } from '../../directory/index.ts';
import { dayOf, type Uuid } from '../../kernel/index.ts';
import { newestMechanisms, registerItself } from '../../matters/index.ts';
import type { Mechanism, RankingPeriod } from '../../mechanism/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import { transact, type Pool, type Tx } from '../../platform/postgres/index.ts';
import { spanBefore, type Span } from '../counts/period.rules.ts';
import { idOf } from './followed.ts';
import { noteHeld } from './held.store.ts';
import { countedOver, endOf } from './ranking-period.rules.ts';
import { rankingOf } from './ranking.ts';

/**
 * Holds the rankings of the periods that ended last and gives the last unit of each group the matter that the mechanism’s file names:
 * once for each period, counted as things stood at the end of it. Returns the matters that it opened.
 */
export async function holdRankings(pool: Pool, city: number, now: Date): Promise<Uuid[]> {
  const system = { city, system: true } as const;
  const all = await transact(pool, system, (tx) => newestMechanisms(tx, city));
  const opened: Uuid[] = [];
  for (const { key, mechanism } of all)
    if (mechanism.ranking?.last && all.some((other) => other.key === mechanism.ranking?.last?.mechanism))
      opened.push(...(await transact(pool, system, (tx) => hold(tx, city, key, mechanism, now))));
  return opened;
}

async function hold(tx: Tx, city: number, key: string, mechanism: Mechanism, now: Date): Promise<Uuid[]> {
  const { ranking } = mechanism;
  if (!ranking?.last) return [];
  const span = spanBefore(ranking.every, dayOf(now));
  if (!(await noteHeld(tx, city, { mechanism: key, ...span }, now))) return [];
  const asOf = endOf(span);
  const facts = { city, mechanism: key, ...countedOver(ranking, span), asOf };
  const { groups } = await rankingOf(tx, facts, mechanism, ranking);
  const units = await findUnits(tx, city);
  const opened: Uuid[] = [];
  for (const { ranked } of groups)
    for (const { unit, place, score } of ranked.filter(({ last }) => last)) {
      const said = {
        unit: units.get(unit)?.name ?? unit,
        period: periodText(ranking.every, span),
        score: String(score),
        place: String(place),
        units: String(ranked.length),
      };
      const text = ranking.last.text.replace(
        /\{(\w+)\}/gu,
        (whole, name: string) => said[name as keyof typeof said] ?? whole,
      );
      const id = idOf(key, span, unit, now);
      const request = { id, mechanism: ranking.last.mechanism, given: { text }, assign: { lead: unit, co: [] } };
      await registerItself(tx, city, request, now);
      opened.push(id);
    }
  return opened;
}

/** A period as the matter says it, in the language of matters. */
function periodText(every: RankingPeriod, { from }: Span): string {
  const month = Number(from.slice(5, 7));
  return sentence('zh', `figures.period.${every}`, { year: from.slice(0, 4), month, quarter: Math.ceil(month / 3) });
}
