import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Actor, ActKind, Demand, Phase } from '../../mechanism/contract.ts';
import { MARKS } from '../../mechanism/index.ts';
import { ClockSlip, Part, Stance } from '../contract.ts';
import { Given } from './given.contract.ts';
import { readable } from '../../platform/i18n/index.ts';

const root = join(import.meta.dirname, '../../..');
/** The words of the rooms so named, of all rooms without a name, wherever among the pages' they stand. */
const catalogue = (language: string, ...rooms: string[]): Record<string, string> =>
  Object.assign(
    {},
    ...globSync(`messages/${language}/**/${rooms.length === 0 ? '*' : `{${rooms.join(',')},}`}.json`, {
      cwd: root,
    }).map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as object),
  ) as Record<string, string>;
const zh = catalogue('zh', 'matters', 'pressing', 'around', 'waivers', 'parties', 'works');
const inChinese = (key: string): string | undefined => zh[key];
const stages: Record<string, string> = { working: '办理中', closed: '已销号' };

describe('keys become words', () => {
  test.each<[sentence: string, params: Record<string, unknown>, words: Record<string, unknown>]>([
    ['an act', { act: 'accept' }, { act: '签收' }],
    ['whoever may do it, all of them', { by: ['supervisor', 'lead.head'] }, { by: ['督查室', '牵头单位负责人'] }],
    ['a stance', { stance: 'answered' }, { stance: '已办结反馈' }],
    ['a field', { field: 'withoutCo' }, { field: '先行办结的理由' }],
    ['a day asked for', { act: 'extend', field: 'until' }, { act: '申请延期', field: '延期至' }],
    [
      'the deadline of what is listed, by the name it has there',
      { act: 'list', field: 'until' },
      { act: '挂牌督办', field: '挂牌期限' },
    ],
    [
      'stages, by the mechanism’s own names',
      { stage: 'working', stages: ['working', 'closed'] },
      { stage: '办理中', stages: ['办理中', '已销号'] },
    ],
    ['what has no word stays', { act: 'dance', stage: 'nowhere' }, { act: 'dance', stage: 'nowhere' }],
    [
      'what is no key stays, the same letters too',
      { unit: 'accept', due: '2026-03-20' },
      { unit: 'accept', due: '2026-03-20' },
    ],
    ['numbers and nothing stay', { act: 3, by: null, stance: true }, { act: 3, by: null, stance: true }],
    ['a parameter named like what every object has', { constructor: 'accept' }, { constructor: 'accept' }],
  ])('%s', (_, params, words) => {
    expect(readable(params, inChinese, (key) => stages[key])).toEqual(words);
  });

  test('without a mechanism at hand a stage stays a key', () => {
    expect(readable({ stage: 'working' }, inChinese)).toEqual({ stage: 'working' });
  });
});

describe('every key has its words', () => {
  const fields = new Set(Object.values(Given).flatMap((schema) => Object.keys(schema.shape)));
  test.each<[string, Iterable<string>]>([
    ['act', ActKind.options],
    ['actor', Actor.options],
    ['stance', Stance.options],
    ['phase', Phase.options],
    ['part', Part.options],
    ['slip', ClockSlip.options],
    ['field', fields],
  ])('%s', (noun, keys) => {
    const expected = [...keys].map((key) => `matter.${noun}.${key}`).toSorted();
    const found = Object.keys(zh).filter((key) => key.startsWith(`matter.${noun}.`));
    expect(found.toSorted()).toEqual(expected);
  });

  test('each demand of a mechanism has its refusal', () => {
    for (const demand of Demand.options) expect(zh).toHaveProperty([`matter.give-${demand}`]);
  });
});

/** The codes that stand in a room's own files, `matter.x` or, where a function adds the room, the bare word. */
function codesIn(room: string, pattern: RegExp): Set<string> {
  const folder = join(root, 'src', room);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.(test|fixture)\.ts$/u.test(name),
  );
  return new Set(
    files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(pattern)].map((m) => m[1]!)),
  );
}

test.each(['matters', 'mechanism', 'pressing', 'around', 'waivers', 'parties'])(
  'messages/%s: both languages have the same sentences with the same places in them',
  (room) => {
    const places = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)(?=[:}])/gu)].map(([, place]) => place!).toSorted();
    const [chinese, english] = [catalogue('zh', room), catalogue('en', room)];
    expect(Object.keys(english)).toEqual(Object.keys(chinese));
    for (const [key, text] of Object.entries(chinese)) {
      expect([key, [...new Set(places(english[key]!))]]).toEqual([key, [...new Set(places(text))]]);
      expect(english[key]).not.toMatch(/[\u3400-\u9fff]/u);
    }
  },
);

test('every refusal of the engine has its sentence', () => {
  const codes = [...codesIn('matters', /(?:refuse|problem)\(\s*'([a-z]+\.[a-z-]+)'/gu)];
  const given = [...codesIn('matters', /fault\('(given[a-z-]*)'/gu)].map((code) => `matter.${code}`);
  expect(codes.length + given.length).toBeGreaterThan(35);
  const all = catalogue('zh');
  expect([...codes, ...given].filter((code) => !(code in all))).toEqual([]);
});

test('every fault of a mechanism has its sentence', () => {
  const known = catalogue(
    'zh',
    'mechanism',
    'pressing',
    'around',
    'waivers',
    'figures',
    'parties',
    'sealed',
    'works-page',
  );
  const places = new Set<string>([
    'stages',
    'sealed',
    'rounds',
    'acts',
    'clocks',
    'number',
    'channels',
    'scheme',
    'sample',
    'keep',
    'children',
    'catalogue',
    'kinds',
    'hold',
    'at',
    'slip',
    'ranking',
    'name',
    'part',
    'parties',
    'settlement',
    'targets',
    'within',
    'tree',
    'gates',
    'items',
    'after',
    'anew',
    'elsewhere',
    'recurs',
    'elsewhere',
    ...MARKS,
  ]);
  const codes = [
    ...codesIn('mechanism', /'([a-z]+-[a-z-]+)'/gu),
    ...codesIn('mechanism', /\b(?:fault|at)\([^'`)]*'([a-z-]+)'/gu),
  ].filter((code) => !places.has(code));
  expect(codes.length).toBeGreaterThan(25);
  expect([...new Set(codes)].filter((code) => !(`mechanism.${code}` in known))).toEqual([]);
});
