import { expect, test } from 'vitest';
import { pack, unpack } from './packed.rules.ts';
import { saidOf, SAYINGS } from './suggest.fixture.ts';
import { suggest } from './suggest.rules.ts';
import { train } from './train.rules.ts';

const texts = Object.keys(SAYINGS).flatMap((category) =>
  Array.from({ length: 24 }, (_, n) => ({ category, title: '', body: saidOf(category, n) })),
);
const ids = texts.map((_, n) => `id-${n}`);

test('a model that was kept suggests what it did before, for the same reasons', () => {
  const model = train(texts);
  // As the database hands it over: not where a row of numbers may begin.
  const bytes = pack(model, ids);
  const shifted = new Uint8Array(bytes.length + 1).subarray(1);
  shifted.set(bytes);
  const read = unpack(shifted);
  for (const body of ['南关的路灯坏了', '施工太吵', '工资没发', '今天天气好', saidOf('02', 5)]) {
    const [first, again] = [suggest(model, { title: '', body }), suggest(read.model, { title: '', body })];
    expect(again.said?.category).toBe(first.said?.category);
    expect(again.words).toEqual(first.words);
    expect(again.alike.map(({ source }) => read.ids[source])).toEqual(first.alike.map(({ source }) => ids[source]));
    for (const { category, sure } of first.likely)
      expect(again.likely.find((one) => one.category === category)!.sure).toBeCloseTo(sure, 2);
  }
});

test('a model that may know few terms is small, and still tells apart', () => {
  const [small, large] = [pack(train(texts, 40), ids), pack(train(texts), ids)];
  expect(small.length).toBeLessThan(large.length / 2);
  expect(suggest(unpack(small).model, { title: '', body: '路灯不亮' }).likely[0]!.category).toBe('01');
});
