import { describe, expect, test } from 'vitest';
import { problem } from '../../kernel/index.ts';
import { keepable, numberIn, tokenIn } from './refused.rules.ts';

const TOKEN = `1.${'aB3_'.repeat(11).slice(0, 43)}`;

describe('what is kept of a refusal', () => {
  test('says which field and what would be right', () => {
    const fault = problem(
      'http.text-too-long',
      { field: { zh: '内容', en: 'text' }, limit: 4000 },
      { pointer: '/text' },
    );
    const whole = problem('http.input', {}, { status: 400, errors: [fault] });
    expect(keepable(whole)).toEqual(whole);
  });

  test.each([
    ['a token', TOKEN],
    ['a telephone number', '联系 13812345678'],
    ['a long text', '停水'.repeat(60)],
  ])('leaves out %s, wherever it was written', (_, secret) => {
    const fields = problem('http.field-unknown', { fields: [secret, 'externl'] }, { pointer: `/${secret}` });
    const kept = JSON.stringify(keepable(problem('http.input', { secret }, { errors: [fields] })));
    expect(kept).not.toContain(secret);
    expect(kept).toContain('externl');
  });

  test('is a few of many faults, and of many names', () => {
    const fields = Array.from({ length: 5000 }, (_, n) => `f${n}`);
    const errors = fields.map((one) => problem('http.field-unknown', { fields }, { pointer: `/${one}` }));
    expect(JSON.stringify(keepable(problem('http.input', {}, { errors }))).length).toBeLessThan(2500);
  });
});

test.each<[where: string, body: unknown, params: unknown, number: string]>([
  ['in our JSON', { external: ' A-1 ', text: 3 }, {}, 'A-1'],
  ['in a form of GeoReport', { external_id: 'A-2' }, { format: 'xml' }, 'A-2'],
  ['in the address', { id: 'R-1' }, { external: 'A-3' }, 'A-3'],
  ['nowhere, in a body that is no object', ['A-4'], {}, ''],
  ['nowhere, where it is no text', { external: 5 }, {}, ''],
  ['nowhere, where it is too long', { external: 'x1 '.repeat(60) }, {}, ''],
  ['nowhere, where a token stands in its place', { external: TOKEN }, {}, ''],
])('the sender’s number is found %s', (_, body, params, number) => expect(numberIn(body, params)).toBe(number));

test.each<[where: string, request: object]>([
  ['with the right word', { headers: { authorization: `Bearer ${TOKEN}` } }],
  ['without a word', { headers: { authorization: TOKEN } }],
  ['with another word', { headers: { authorization: `Token ${TOKEN}` } }],
  ['in a header of its own', { headers: { 'x-api-key': TOKEN } }],
  ['in the address', { query: { api_key: TOKEN } }],
  ['in the body', { body: { api_key: TOKEN } }],
  ['in what cannot be read', { unread: `<request><api_key>${TOKEN}</api_key>` }],
])('a token is found %s', (_, request) =>
  expect(tokenIn({ headers: {}, query: {}, body: undefined, unread: '', ...request })).toBe(TOKEN),
);
test('what is longer than a token is none', () =>
  expect(tokenIn({ headers: { authorization: `Bearer ${TOKEN}x` }, query: {}, body: {}, unread: '' })).toBeNull());
