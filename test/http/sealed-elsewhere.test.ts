import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sealing } from '../../src/app/wiring.ts';
import { publishMechanism } from '../../src/matters/index.ts';
import { parseMechanism } from '../../src/mechanism/index.ts';
import { transact } from '../../src/platform/postgres/index.ts';
import { testDatabase } from '../support/database.ts';
import { aSealedCity } from '../support/sealed-city.ts';

// Where somebody turns who would tell of those who take in what is sealed: the page says it before they write.

const { pool } = await testDatabase();
const now = new Date('2026-03-02T02:00:00Z');
const OWN = {
  zh: '涉及市纪委的，请拨打省纪委电话 0371-12388。',
  en: 'Call the commission of the province: 0371-12388.',
};
const file = readFileSync(join(import.meta.dirname, '../../mechanisms/clue.yaml'), 'utf8');
const said = `elsewhere: { zh: "${OWN.zh}", en: "${OWN.en}" }\n`;

test('a city says it in its own words, in its mechanism; else the page has words for it', async () => {
  const web = await aSealedCity(pool, [], () => now, { sealing });
  const shown = async () => (await web.ask(null, { url: '/api/counter?city=1' })).json().sealed;
  expect(await shown()).toMatchObject([{ key: 'clue', elsewhere: null }]);
  const system = { city: 1, system: true } as const;
  const later = new Date(now.getTime() + 60_000);
  await transact(pool, system, (tx) => publishMechanism(tx, system, { source: file + said }, later));
  expect(await shown()).toMatchObject([{ key: 'clue', elsewhere: OWN }]);
});

test('what has no such page has no place for it', () => {
  const open = readFileSync(join(import.meta.dirname, '../../mechanisms/appeal.yaml'), 'utf8');
  expect(JSON.stringify(parseMechanism(open + said))).toContain('mechanism.elsewhere-without-sealed');
  expect(JSON.stringify(parseMechanism(open))).not.toContain('elsewhere');
});
