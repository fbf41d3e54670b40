import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Given } from '../life/given.contract.ts';
import {
  firmNamed,
  hidePersonal,
  isTheirs,
  knownOf,
  officeLinesIn,
  phoneKnown,
  restored,
  withoutMarks,
} from './hide.rules.ts';

const of = (name: string) =>
  ({ originators: name === 'appeal', key: name }) as unknown as Parameters<typeof isTheirs>[0];

test.each([
  ['a clerk writes down who called', 'register', true],
  ['a handler reports whom they called', 'report', true],
  ['a handler asks for more time as somebody is ill', 'extend', true],
  ['a head sends a draft back', 'return', true],
  ['a head says why it is answered without the others', 'answer', true],
  ['the office gives it away with a telephone in the note', 'assign', true],
  ['the office notes by whose word it is classified', 'classify', true],
  ['the office strikes it off and says whom it called', 'close', true],
  ['somebody asked to help lets go', 'unhelp', true],
  ['a mayor instructs', 'instruct', true],
  ['part of it is given to another unit, with whom to ask there', 'divide', true],
  ['the office says at whose wish it publishes no more', 'withdraw', true],
  ['it is handed up, with who waits for it', 'raise', true],
  ['a leader hands it back and says whom they spoke to', 'lower', true],
  ['what is published was looked at word by word', 'publish', false],
])('%s', (_, kind, masked) => {
  expect(isTheirs(of('appeal'), kind)).toBe(masked);
  // Of a matter that nobody raised the words of units stay as they are.
  expect(isTheirs(of('task'), kind)).toBe(false);
});

test.each([
  ['what somebody raises', 'appeal', 'register', false, false, 'taken'],
  ['their words as a clerk corrects them', 'appeal', 'correct', false, false, 'taken'],
  ['what they said on being called', 'appeal', 'callback', false, false, 'taken'],
  ['whatever they write themselves', 'appeal', 'note', true, false, 'taken'],
  ['what a unit writes', 'appeal', 'answer', false, false, 'spared'],
  ['a part that a unit begins in its own words', 'appeal', 'register', false, true, 'spared'],
  ['what nobody raised', 'task', 'register', false, false, 'spared'],
] as const)('the landline of an office in %s', (_, mechanism, kind, theirs, concerns, offices) => {
  const read = officeLinesIn(of(mechanism), kind, theirs, concerns);
  expect(read).toBe(offices);
  const { hidden } = hidePersonal({ text: '电话办公室 0374-2965123' }, [], read);
  expect(hidden.map(({ text }) => text)).toEqual(offices === 'taken' ? ['0374-2965123'] : []);
});

/** Texts that nobody writes a sentence into. */
const CODES: Readonly<Record<string, string>> = {
  dueText: 'a limit as a document has it',
  quantities: 'a number with its unit',
  channel: 'a key of the mechanism’s file',
  category: 'a code of the scheme',
  catalogued: 'a list and its item by number',
  targets: 'a key of the mechanism’s file',
  target: 'a key of the mechanism’s file',
  mechanism: 'a key of a mechanism',
  recurs: 'a key of the mechanism’s file',
  lot: 'a drawn number',
  into: 'the number of a matter',
  edition: 'the name of an edition',
  clock: 'a key of the mechanism’s file',
  title: 'what the public reads, in words of the office for it',
  gate: 'a key of the mechanism’s file',
  item: 'a key of the mechanism’s file',
  court: 'the name of a court',
  number: 'the number of a decision',
  body: 'the name of an authority',
  confirmed: 'what was looked at and may be published',
  through: 'what the city calls a program to which it gave a token',
};
const PHONE = '13812345678';
type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: unknown;
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
} & Partial<Record<'anyOf' | 'oneOf' | 'allOf', Schema[]>>;
type Path = readonly (string | 0)[];
/** Where in what is given with an act a free text stands. */
function textsOf(schema: Schema, path: Path = []): Path[] {
  const { type, format, pattern, properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema;
  const free = type === 'string' && !format && !pattern && !schema.enum && schema.const === undefined;
  return [
    ...(free ? [path] : []),
    ...Object.entries(properties).flatMap(([key, one]) => textsOf(one, [...path, key])),
    ...(items ? textsOf(items, [...path, 0]) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((one) => textsOf(one, path)),
  ];
}
const givenAt = (path: Path, text: string): unknown =>
  path.toReversed().reduce<unknown>((within, key) => (key === 0 ? [within] : { [key]: within }), text);

describe('no act in which somebody writes is left out', () => {
  for (const [kind, schema] of Object.entries(Given)) {
    const paths = textsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema).filter(
      (path) => !path.some((key) => key in CODES) && path[0] !== 'parties',
    );
    if (kind === 'publish' || paths.length === 0) continue;
    test.each(paths.map((path) => [path.join('.'), path] as const))(`${kind}: %s`, (_, path) => {
      expect(isTheirs(of('appeal'), kind)).toBe(true);
      const { given, hidden } = hidePersonal(givenAt(path, `请联系 ${PHONE}`) as Record<string, unknown>);
      // What is somebody's name is hidden from its first letter to its last, whatever stands there.
      const whole = path.join('.') === 'raiser';
      expect(hidden).toEqual([
        whole ? { mark: '〔姓名1〕', text: `请联系 ${PHONE}` } : { mark: '〔电话1〕', text: PHONE },
      ]);
      expect(JSON.stringify(given)).not.toContain(PHONE);
    });
  }
});

test('a mark stands in the place of each piece, the same for the same', () => {
  const { given, hidden } = hidePersonal({
    reason: '经办人手术住院，企业联系人 13812345678，改约 13812345678',
    until: '2026-03-20',
  });
  expect(given).toEqual({ reason: '经办人手术住院，企业联系人 〔电话1〕，改约 〔电话1〕', until: '2026-03-20' });
  expect(hidden).toEqual([{ mark: '〔电话1〕', text: '13812345678' }]);
});

test('whoever it is not meant for reads one word for every mark, and no number of it', () => {
  expect(withoutMarks('请拨〔电话12〕，找〔姓名3〕', '〔已隐去〕')).toBe('请拨〔已隐去〕，找〔已隐去〕');
});

describe('what is known of a matter', () => {
  const { hidden } = hidePersonal({ text: '我叫王建国，电话 13812345678。门口断路' });
  const known = knownOf(hidden);

  test('is hidden where nothing around it tells what it is', () => {
    expect(hidePersonal({ text: '王建国说门口还断着' }).hidden, 'by itself').toEqual([]);
    const { given, hidden: again } = hidePersonal({ text: '已上门，王建国说门口还断着' }, known);
    expect(given).toEqual({ text: '已上门，〔姓名1〕说门口还断着' });
    expect(again).toEqual([{ mark: '〔姓名1〕', text: '王建国' }]);
    expect(restored(given, again)).toEqual({ text: '已上门，王建国说门口还断着' });
  });

  test('leaves the marks that stand there, and a longer name, whole', () => {
    const { given } = hidePersonal({ result: '〔姓名1〕知道，王建国军找我，姓名：王建国' }, [
      ...known,
      { name: '姓名', text: '王建国军' },
    ]);
    expect(given).toEqual({ result: '〔姓名1〕知道，〔姓名2〕找我，姓名：〔姓名3〕' });
  });

  test('a landline that stands as an office’s would, an enterprise that is not to be known', () => {
    const all = [phoneKnown('03742965123'), ...firmNamed('莲城市莲锦电力设备有限公司')];
    expect(hidePersonal({ note: '公司办公室 0374-2965123' }).hidden, 'by itself').toEqual([]);
    expect(hidePersonal({ note: '公司办公室 0374-2965123，莲城市莲锦电力设备反映' }, all).given).toEqual({
      note: '公司办公室 〔电话1〕，〔企业名称2〕反映',
    });
  });

  test('what one of the words of an act tells is hidden in all of them', () => {
    const { given } = hidePersonal({ result: '陈昭凤已收到答复', note: '联系人：陈昭凤' });
    expect(given).toEqual({ result: '〔姓名1〕已收到答复', note: '联系人：〔姓名1〕' });
  });
});
