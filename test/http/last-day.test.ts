import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { openapi } from '../../src/app/cli/openapi.ts';
import { mayReadFile, routes } from '../../src/app/wiring.ts';
import { uuidv7, type Uuid } from '../../src/kernel/index.ts';
import { registerByHand } from '../../src/matters/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { testDatabase } from '../support/database.ts';
import { testHttp, type TestHttp } from '../support/http.ts';
import type { Staff } from '../support/staff.ts';
import { aStaffedCity } from '../support/staffed-city.ts';

// Whoever asks from or up to the first or the last day that can be written is answered, or told of that day; never of one beyond it, which
// nobody named.

type Parameter = { name: string; in: string; required?: boolean; schema: { format?: string; enum?: string[] } };
const stdout = new PassThrough();
await openapi({ stdin: Readable.from([]), stdout, stderr: stdout, lang: 'en' });
stdout.end();
const { paths } = JSON.parse(await text(stdout)) as {
  paths: Record<string, Record<string, { parameters?: Parameter[] }>>;
};
const isDated = ({ schema }: Parameter) => schema.format === 'date';
const asking = Object.entries(paths).flatMap(([path, { get }]) => {
  const parameters = get?.parameters ?? [];
  return parameters.some(isDated) ? [{ path, parameters }] : [];
});

const databases = await testDatabase();
const NOW = new Date('2026-03-16T02:00:00Z');
let staff: Staff;
let water: Uuid;
const plan = uuidv7(NOW);
let web: TestHttp;

beforeAll(async () => {
  ({ staff, water } = await aStaffedCity(databases, NOW, ['appeal.yaml', 'plan-indicator.yaml', 'annual-plan.yaml']));
  const given = { text: '年度计划' };
  await transact(databases.pool, staff.office, (tx) =>
    registerByHand(tx, staff.office, { id: plan, mechanism: 'annual-plan', given }, NOW),
  );
  const people = Object.values(staff);
  web = await testHttp(databases.pool, people, { routes, mayReadFile, now: () => NOW });
});

test('the walk below meets what asks by days', () => {
  expect(asking.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/api/matters',
      '/api/agenda',
      '/api/duties',
      '/api/figures/ranking',
      '/api/calendar/days/{day}',
    ]),
  );
});

test.each(
  asking.flatMap(({ path, parameters }) =>
    (['0000-01-01', '9999-12-31'] as const).map((day) => ({ path, parameters, day })),
  ),
)('$path at $day', async ({ path, parameters, day }) => {
  const last = day === '9999-12-31';
  const filled = (name: string): string =>
    ({ mechanism: 'appeal', figure: 'accepted', unit: water, id: plan })[name] ?? day;
  const valueOf = ({ name, ...one }: Parameter): string | null => {
    // A span of a day, as no more than some are told of.
    if (isDated({ name, ...one })) return day;
    return one.required ? (one.schema.enum?.[0] ?? filled(name)) : null;
  };
  const query = new URLSearchParams();
  let url = path;
  for (const one of parameters) {
    const value = valueOf(one);
    if (value === null) continue;
    if (one.in === 'path') url = url.replace(`{${one.name}}`, value);
    else query.set(one.name, value);
  }
  const answer = await web.ask(staff.office, { url: `${url}?${query.toString()}` });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  expect(answer.body).not.toMatch(last ? /\b10000[-年]/u : /00-1-|-0001/u);
  const said = last ? '9999年12月31日' : '0000年1月1日';
  // What was not there yet on that day is not found as of it.
  if (answer.statusCode >= 400 && answer.statusCode !== 404)
    expect(answer.json<{ detail: string }>().detail).toContain(said);
});
