import { expect, test } from 'vitest';
import { ApiProblem } from '../../../api.ts';
import { reversedIn, shown, turned, unknownIn, without } from './unknown.ts';

const refused = (status: number, ...places: string[]) =>
  new ApiProblem({ title: '', code: 'http.input', status, errors: places.map((pointer) => ({ pointer, detail: '' })) });
const search = { scope: 'all', phase: 'nowhere', dueFrom: '2026-13-45', density: 'compact' } as never;

test('the filters that the server names are told with their values, and dropped without the rest', () => {
  const unknown = unknownIn(refused(400, '?dueFrom', '?phase', '?limit'), search);
  expect(unknown).toEqual([
    { key: 'phase', value: 'nowhere', why: 'choice' },
    { key: 'dueFrom', value: '2026-13-45', why: 'day' },
  ]);
  expect(JSON.parse(JSON.stringify(without(search, unknown)))).toEqual({ scope: 'all', density: 'compact' });
});

test('what is longer than may be asked for is told as too long, and how long it may be; what is as long is looked for', () => {
  const long = { q: '路'.repeat(300), area: '路'.repeat(120) } as never;
  expect(unknownIn(refused(400, '?q', '?area'), long)).toEqual([
    { key: 'q', value: '路'.repeat(300), why: 'long', most: 60 },
    { key: 'area', value: '路'.repeat(120), why: 'thing' },
  ]);
  expect(shown('q', '路'.repeat(300))).toBe(`${'路'.repeat(20)}…`);
  expect(shown('q', '路'.repeat(60))).toBe('路'.repeat(60));
});

test('what is refused for another reason is told as it is', () => {
  expect(unknownIn(refused(403, '?dueFrom'), search)).toEqual([]);
  expect(unknownIn(refused(400, '/given/until'), search)).toEqual([]);
  expect(unknownIn(new Error('away'), search)).toEqual([]);
});

test('days that end before they begin are told, and put the right way round; days that are none are not compared', () => {
  const days = { dueFrom: '2026-12-01', dueTo: '2026-11-01', registeredFrom: '2026-11-01', registeredTo: '2026-11-01' };
  const [one, ...others] = reversedIn(days);
  expect(one).toMatchObject({ key: 'dueFrom', value: '2026-12-01', why: 'reversed' });
  expect(others).toEqual([]);
  expect(turned(days, one!)).toMatchObject({ dueFrom: '2026-11-01', dueTo: '2026-12-01' });
  expect(reversedIn({ dueFrom: 'x', dueTo: '2026-11-01' })).toEqual([]);
});
