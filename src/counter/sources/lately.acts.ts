import { refuse, type Problem, type Uuid } from '../../kernel/index.ts';
import { findMatters, getMechanism, newestMechanisms } from '../../matters/index.ts';
import { channelNames } from '../../mechanism/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import { describe, type Language } from '../../platform/i18n/index.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { countTaken, listRefused, listTakenBefore } from './lately.store.ts';
import { sourcesOf } from './source.acts.ts';
import type { SourceLately, SourceList } from './source.contract.ts';

const DAY_MS = 86_400_000;
const PAGE = 20;

/** The sources with how busy each is, and what another could be opened under. For administrators. */
export async function sourceDesk(tx: Tx, caller: Caller, now: Date): Promise<SourceList> {
  const { city } = caller;
  const [found, all] = [await sourcesOf(tx, caller), await newestMechanisms(tx, city)];
  const counts = await countTaken(tx, city, new Date(now.getTime() - 30 * DAY_MS));
  const rows = found.map(({ token: _, ...source }) => {
    const count = counts.get(source.id);
    return {
      ...source,
      lastAt: count?.last?.toISOString() ?? null,
      month: count?.n ?? 0,
      refused: count?.refused ?? 0,
    };
  });
  const offers = all
    .filter(({ mechanism }) => mechanism.originators)
    .map(({ key, mechanism: { name, channels } }) => ({ key, name, channels: channelNames(channels) }));
  return { rows, offers };
}

/**
 * What a source handed over, newest first, each with where it stands now; with the first page also what of it was refused. An
 * administrator sees numbers and stages, and nothing of what was raised. Throws `counter.no-such-source` (404).
 */
export async function sourceLately(
  tx: Tx,
  caller: Caller,
  source: Uuid,
  before: { at: Date; external: string } | null,
  { language, now }: { language: Language; now: Date },
): Promise<SourceLately> {
  const { city } = caller;
  if (!(await sourcesOf(tx, caller)).some(({ id }) => id === source))
    refuse('counter.no-such-source', {}, { status: 404 });
  const first = before ?? { at: new Date(now.getTime() + DAY_MS), external: '' };
  const found = await listTakenBefore(tx, city, source, first, PAGE + 1);
  const shown = found.slice(0, PAGE);
  const refused = before ? [] : await listRefused(tx, city, source, PAGE);
  const taken = await asSystem(tx, async () => {
    const ids = shown.map(({ matter }) => matter);
    const states = await findMatters(tx, city, ids);
    const rows: SourceLately['taken'] = [];
    for (const { external, matter, at } of shown) {
      const { number, stage, phase, mechanism, version } = states.get(matter)!;
      const { zh, en } = (await getMechanism(tx, city, mechanism, version)).stages[stage]!.name;
      rows.push({ external, number, stage: { zh, en }, phase, at: at.toISOString() });
    }
    return rows;
  });
  return {
    taken,
    refused: refused.map(({ external, problem, times, at }) => ({
      external,
      why: [
        describe(language, problem),
        ...(problem.errors ?? []).map((one) => placed(one, describe(language, one))),
      ].join(' '),
      times,
      at: at.toISOString(),
    })),
    next: found.length > PAGE ? { at: taken.at(-1)!.at, external: taken.at(-1)!.external } : null,
  };
}

/** An engineer looks for a field by its name in what was sent, which is not the one that readers know it by. */
const placed = ({ pointer }: Problem, words: string): string =>
  pointer === undefined || pointer === '/' ? words : `${pointer} ${words}`;
