import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';
import { Refusal } from './problem.ts';

test('keys stand in the order of their UTF-16 code units, as in the example of RFC 8785', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
  expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((m) => m[1]).join('')).toBe('2467153');
});

test.each<[value: unknown, text: string, why: string]>([
  [{ b: 1, a: [true, null, 'é'] }, '{"a":[true,null,"é"],"b":1}', 'no spaces, text as it is'],
  [
    [1e21, 0.000001, 1e-7, -0, 4.5],
    '[1e+21,0.000001,1e-7,0,4.5]',
    'numbers in their shortest form, minus nought is nought',
  ],
  ['件件"有"\n着落\u0007', '"件件\\"有\\"\\n着落\\u0007"', 'only what must be escaped is escaped'],
  [{ '10': 1, '9': 2 }, '{"10":1,"9":2}', 'keys that look like numbers are ordered as texts'],
])('%j: %s — %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test.each([
  [{ a: { 'b/c': undefined } }, '/a/b~1c', 'undefined'],
  [[1, Number.NaN], '/1', 'NaN'],
  [{ n: Infinity }, '/n', 'Infinity'],
  [{ n: 1n }, '/n', 'bigint'],
  [{ at: new Date(0) }, '/at', 'Date'],
  [[[new Map()]], '/0/0', 'Map'],
  // oxlint-disable-next-line eslint/no-sparse-arrays
  [{ list: [1, , 2] }, '/list', 'hole'],
  [undefined, '', 'undefined'],
])('refuses %o at “%s”: %s', (value, pointer, what) => {
  try {
    canonicalJson(value);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    expect((error as Refusal).problem).toMatchObject({ code: 'kernel.not-json', pointer, params: { what } });
  }
});

test.each([
  [{ text: '门口\ud83d' }, '/text'],
  [{ list: [{ ['\ud800']: 1 }] }, '/list/0/\ud800'],
])('half of a character, which somebody may have typed, is refused in words for them: %o', (value, pointer) => {
  try {
    canonicalJson(value);
    expect.unreachable();
  } catch (error) {
    expect((error as Refusal).problem).toMatchObject({ code: 'kernel.half-a-character', pointer });
  }
});

test('a key called __proto__ and a text that spells out a surrogate come through as they are', () => {
  expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"y":1,"x":2}}'))).toBe('{"__proto__":{"x":2,"y":1},"b":1}');
  expect(canonicalJson({ a: '\\ud800', '\\ud': 1 })).toBe('{"\\\\ud":1,"a":"\\\\ud800"}');
  expect(() => canonicalJson({ ['\ud800']: 1 })).toThrow(Refusal);
});

test('every JSON value gets the very text that the reference implementation gives it', () => {
  const key = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 4 }),
    fc.constantFrom('a', 'b', '1', '10', '__proto__', ''),
  );
  const value = fc.letrec((tie) => ({
    node: fc.oneof({ depthSize: 'small' }, fc.jsonValue(), fc.dictionary(key, tie('node')), fc.array(tie('node'))),
  })).node;
  fc.assert(
    fc.property(value, (v) => {
      expect(canonicalJson(v)).toBe(canonicalize(v));
    }),
    { numRuns: 500 },
  );
});

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, shuffled(v)]),
  );
};

test('the order in which a value was built does not show, and reading gives the value back', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      const text = canonicalJson(value);
      expect(canonicalJson(shuffled(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
