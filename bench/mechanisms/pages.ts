import type { Question } from '../lists/questions.ts';
import type { World } from '../world/world.ts';

const DAY_MS = 86_400_000;

/** What each mechanism adds to the lists that there are anyway: its own lists, figures, works, matrices, duties and days. */
export async function pages(world: World): Promise<Question[]> {
  const all = async <T>(text: string): Promise<T[]> => (await world.owner.query(text, [world.city])).rows as T[];
  const mechanisms = await all<{ key: string; channel: string | null }>(
    'select mechanism as key from matter where city = $1 group by 1 order by count(*) desc',
  );
  const catalogues = await all<{ mechanism: string; catalogue: string }>(
    'select mechanism, catalogue from matter where city = $1 and catalogue is not null group by 1, 2 order by count(*) desc limit 1',
  );
  // Of each mechanism whose matters are filed: what most are filed under, and what fewest are.
  const categories = await all<{ mechanism: string; most: string; fewest: string }>(
    `select mechanism, (array_agg(code order by n desc))[1] as most, (array_agg(code order by n))[1] as fewest
     from (select f.mechanism, code, count(*) as n from matter_fact f, unnest(f.category) as code
       where f.city = $1 group by 1, 2) as counted group by 1`,
  );
  const duties = await all<{ unit: string }>('select distinct unit from duty_rule where city = $1 limit 1');
  const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
  const query = (given: Record<string, string>): string => String(new URLSearchParams(given));

  const paths: [name: string, path: string][] = mechanisms.flatMap(({ key: mechanism }) => [
    [`open, ${mechanism}`, `/api/matters?${query({ mechanism })}`],
    [`how many are open, ${mechanism}`, `/api/matters/count?${query({ mechanism })}`],
    [`newest, ${mechanism}`, `/api/matters?${query({ mechanism, sort: 'newest', phase: 'any' })}`],
    [`struck off, ${mechanism}`, `/api/matters?${query({ mechanism, sort: 'newest', phase: 'closed' })}`],
    [`how many are struck off, ${mechanism}`, `/api/matters/count?${query({ mechanism, phase: 'closed' })}`],
    [`overdue, ${mechanism}`, `/api/matters?${query({ mechanism, slip: 'overdue' })}`],
    [`sought among ${mechanism}`, `/api/matters?${query({ mechanism, q: '项目' })}`],
  ]);
  for (const { mechanism, most, fewest } of categories)
    for (const [which, category] of [
      ['commonest', most],
      ['rarest', fewest],
    ] as const) {
      const filed = { mechanism, category, sort: 'newest', phase: 'any' };
      paths.push(
        [`the ${which} category, ${mechanism}`, `/api/matters?${query(filed)}`],
        [`how many, the ${which} category, ${mechanism}`, `/api/matters/count?${query(filed)}`],
      );
    }
  for (const given of catalogues) paths.push([`a matrix`, `/api/catalogues/matrix?${query(given)}`]);
  for (const { unit } of duties) paths.push(['duties', `/api/duties?${query({ unit, from: day(0), to: day(27) })}`]);
  paths.push(
    ['lists in editions', '/api/catalogues'],
    ['works', '/api/works'],
    ['sums of works', '/api/works/sums'],
    ['what falls due when', `/api/agenda?${query({ from: day(-14), until: day(21) })}`],
    ['what is listed', `/api/matters?${query({ listed: 'yes' })}`],
  );
  const seats = world.seats.map(({ who }, seat) => ({ who, seat }));
  return seats
    .filter(({ who }) => /office|commonest|rarest/u.test(who))
    .flatMap(({ who, seat }) =>
      paths.map(([name, path]): Question => ({ name: `${name}, asked by ${who}`, seat, path })),
    );
}
