import type { FigureRule, RankingRule } from '../src/mechanism/index.ts';
import { rankingOf } from '../src/figures/ranking/ranking.ts';
import { sumFacts } from '../src/matters/facts/sum.store.ts';
import { transact } from '../src/platform/postgres/index.ts';
import { median, percentile, type Row } from './row.ts';
import { MECHANISM, mechanism } from './world/lives.ts';
import { CITY } from './world/people.ts';
import type { World } from './world/world.ts';

const AIM_MS = 100;
const TURNS = 15;
const figures: Record<string, FigureRule> = {
  response: { name: { zh: '响应率', en: 'Response' }, part: ['answered'], of: ['accepted'] },
  'on-time': { name: { zh: '按时率', en: 'On time' }, part: ['in-time'], of: ['answered'] },
  first: { name: { zh: '一次办好率', en: 'At the first go' }, part: ['answered', 'not returned'], of: ['answered'] },
};
const ranking: RankingRule = {
  every: 'year',
  score: { response: 30, 'on-time': 40, first: 30 },
  least: 10,
  prior: 20,
  peers: 'kind',
};
/** The least that any ranking must do: to count all matters by their lead unit. */
const BARE = {
  name: 'bench.bare-count',
  text: 'select lead, count(*) from matter_fact where city = $1 and until = $2 group by lead',
};

/** The ranking of every unit over every matter, three rates each: the question to the facts and the rule, under the rights of a seat. */
export async function bench(world: World): Promise<Row[]> {
  const { caller } = world.seats[0]!;
  // As the job of every night does: what moved in the day since is counted from the facts.
  const night = new Date(Date.now() - 86_400_000);
  await transact(world.pool, { city: CITY, system: true }, (tx) => sumFacts(tx, CITY, MECHANISM, night));
  const facts = { city: CITY, mechanism: MECHANISM, from: '2000-01-01', to: '2099-12-31', asOf: null };
  const [times, bare]: [number[], number[]] = [[], []];
  let said = '';
  for (let turn = 0; turn < TURNS; turn++) {
    const before = performance.now();
    const { groups, entrants } = await transact(world.pool, caller, (tx) =>
      rankingOf(tx, facts, { ...mechanism, figures, ranking }, ranking),
    );
    const between = performance.now();
    await transact(world.pool, caller, (tx) => tx.run(BARE, [CITY, 'infinity']));
    // The first turn finds caches empty.
    if (turn > 0) {
      times.push(between - before);
      bare.push(performance.now() - between);
    }
    const matters = entrants.reduce((all, { n }) => all + n, 0);
    said = `${entrants.length} units, ${groups.flatMap(({ ranked }) => ranked).length} ranked, ${matters.toLocaleString('en-US')} matters counted`;
  }
  return [
    {
      what: `ranking of all units over ${world.matters.toLocaleString('en-US')} matters`,
      measured: median(times),
      unit: 'ms',
      ceiling: { what: 'bare count by lead unit', measured: median(bare) },
      aim: { bound: 'at most', value: AIM_MS, of: 'figure' },
      note: `${said}; three rates each; 95th percentile ${percentile(times, 0.95).toFixed(0)} ms`,
    },
  ];
}
