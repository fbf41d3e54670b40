import { expect, test } from 'vitest';
import { joined, NOBODY, personLine, typedUnits, unitLine, withPerson, withUnit } from './draft.ts';

test('units are typed one a line, each with the unit above after a comma or a tab', () => {
  const lines = typedUnits('市政府\n\n 市教育局 ， 市政府\n市水利局\t市政府\n');
  expect(lines.map(({ name, parent }) => [name, parent])).toEqual([
    ['市政府', ''],
    ['市教育局', '市政府'],
    ['市水利局', '市政府'],
  ]);
  expect(new Set(lines.map(({ id }) => id)).size).toBe(3);
});

test('a line is put right or left out where it stands, and more come behind', () => {
  const [one, two] = [unitLine({ name: '甲' }), unitLine({ name: '乙' })];
  const draft = joined(joined(NOBODY, { units: [one] }), { units: [two], people: [personLine({ seat: 'a' })] });
  expect(withUnit(draft, one.id, { ...one, name: '丙' }).units.map(({ name }) => name)).toEqual(['丙', '乙']);
  expect(withUnit(draft, one.id, null).units).toEqual([two]);
  expect(withPerson(draft, 'a', null).people).toEqual([]);
});
