import { describe, expect, test } from 'vitest';
import { Given } from './given.contract.ts';
import { givenFault } from './given.rules.ts';
import type { ActKind } from '../../mechanism/index.ts';
import { NAMED_FIELDS, TAKES } from '../../mechanism/contract.ts';

const id = '00000000-0000-7000-8000-000000000001';

function faults(kind: ActKind, given: Record<string, unknown>): string[] {
  const checked = Given[kind].safeParse(given);
  if (checked.success) return [];
  return checked.error.issues.map((issue) => {
    const { code, pointer, params } = givenFault(issue, { kind, given });
    const { field, max, keys } = params as { field: string; max?: string; keys?: string[] };
    return [code.replace('matter.', ''), pointer, field, max, keys?.join()].filter(Boolean).join(' ');
  });
}

describe('what is wrong with what was given, and where', () => {
  test.each<[sentence: string, kind: ActKind, given: Record<string, unknown>, faults: string[]]>([
    ['a reason is missing', 'refuse', {}, ['given-missing /given/reason reason']],
    ['a reason of blanks is empty', 'refuse', { reason: '　 \n' }, ['given-empty /given/reason reason']],
    ['a reason is no number', 'refuse', { reason: 7 }, ['given /given/reason reason']],
    ['a text is too long', 'note', { text: '长'.repeat(4001) }, ['given-too-long /given/text text 4000']],
    ['a day does not exist', 'extend', { until: '2026-02-29', reason: '汛期' }, ['given-not-a-day /given/until until']],
    [
      'a day is written otherwise',
      'extend',
      { until: '3月20日', reason: '汛期' },
      ['given-not-a-day /given/until until'],
    ],
    ['a unit is named instead of chosen', 'assign', { lead: '水务局', co: [] }, ['given-not-an-id /given/lead lead']],
    ['one of the co-units is', 'assign', { lead: id, co: [id, '园林局'] }, ['given-not-an-id /given/co/1 co']],
    ['progress beyond all', 'report', { text: '过半', percent: 101 }, ['given-too-large /given/percent percent 100']],
    ['progress below nothing', 'report', { text: '过半', percent: -1 }, ['given-too-small /given/percent percent']],
    ['progress is whole', 'report', { text: '过半', percent: 0.5 }, ['given /given/percent percent']],
    ['no file at all', 'attach', { files: [] }, ['given-empty /given/files files']],
    [
      'too many files',
      'attach',
      { files: Array.from({ length: 51 }, () => id) },
      ['given-too-long /given/files files 50'],
    ],
    ['what the act has no place for', 'accept', { stage: 'closed', note: '收' }, ['given-unknown /given/stage stage']],
    ['a key that every object has', 'accept', { constructor: 1 }, ['given-unknown /given/constructor constructor']],
    [
      'the source of a matter has a place',
      'register',
      { text: '疏通', source: { draft: id, article: 0, start: 0 } },
      ['given-missing /given/source/end source'],
    ],
  ])('%s', (_, kind, given, expected) => {
    expect(faults(kind, given)).toEqual(expected);
  });

  test('a key that nobody sees comes to nothing', () => {
    const given = JSON.parse('{"note":"收","__proto__":{"percent":1}}') as Record<string, unknown>;
    const checked = Given.accept.safeParse(given);
    if (checked.success) expect(Object.getPrototypeOf(checked.data)).toBe(Object.prototype);
    else expect(faults('accept', given)).toEqual(['given-unknown /given/__proto__ __proto__']);
  });
});

test('a mechanism may demand exactly what the act has a place for', () => {
  for (const [demand, kinds] of Object.entries(TAKES)) {
    const key = demand === 'evidence' || demand === 'photo' ? 'files' : demand;
    const able = Object.entries(Given).flatMap(([kind, schema]) => (Object.hasOwn(schema.shape, key) ? [kind] : []));
    expect([demand, kinds.toSorted()]).toEqual([demand, able.toSorted()]);
  }
});

test('a mechanism may name only fields that the act has', () => {
  for (const [kind, fields] of Object.entries(NAMED_FIELDS))
    expect(Object.keys(Given[kind as keyof typeof Given].shape)).toEqual(expect.arrayContaining([...fields]));
});
