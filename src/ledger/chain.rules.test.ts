import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { uuidv7 } from '../kernel/index.ts';
import { checkAct, sealAct, verifyChain, type StoredAct } from './chain.rules.ts';

const start = new Date('2023-03-14T08:00:00.000Z');
const stream = uuidv7(start);

/** A sound chain with one act per payload, a minute apart. */
function chainOf(payloads: readonly unknown[]): StoredAct[] {
  const acts: StoredAct[] = [];
  for (const [i, payload] of payloads.entries()) {
    const at = new Date(start.getTime() + i * 60_000);
    const head = { city: 1, stream, seq: i + 1, id: uuidv7(at), kind: 'note', seat: i % 2 ? uuidv7(at) : null, at };
    acts.push(sealAct(acts.at(-1)?.hash ?? null, head, payload));
  }
  return acts;
}

test('the formula: SHA-256 over 32 zero bytes, or the hash before, and then the canonical body', () => {
  const [first, second] = chainOf([{ b: 1, a: '签收' }, null]);
  const zero = createHash('sha256').update(Buffer.alloc(32)).update(first!.body).digest('hex');
  const next = createHash('sha256').update(Buffer.from(zero, 'hex')).update(second!.body).digest('hex');
  expect([first!.hash, second!.hash, second!.prev]).toEqual([zero, next, zero]);
  expect(first!.body).toBe(
    `{"at":"2023-03-14T08:00:00.000Z","city":1,"id":"${first!.id}","kind":"note","payload":{"a":"签收","b":1},"seat":null,"seq":1,"stream":"${stream}"}`,
  );
});

test('a body longer than any before is hashed whole', () => {
  const act = chainOf(['长'.repeat(100_000)])[0]!;
  expect(act.hash).toBe(createHash('sha256').update(Buffer.alloc(32)).update(act.body).digest('hex'));
});

test('ids given in capitals are sealed as the database gives them back', () => {
  const head = {
    city: 1,
    stream: stream.toUpperCase(),
    seq: 1,
    id: stream.toUpperCase(),
    kind: 'note',
    seat: null,
    at: start,
  };
  const act = sealAct(null, head, {});
  expect([act.id, act.stream]).toEqual([stream, stream]);
  expect(verifyChain([act])).toBeNull();
});

const payloads = fc.array(fc.jsonValue({ stringUnit: 'grapheme' }), { minLength: 1, maxLength: 12 });

test('a sound chain is found sound, and gives every payload back', () => {
  fc.assert(
    fc.property(payloads, (given) => {
      const acts = chainOf(given);
      expect(verifyChain(acts)).toBeNull();
      const read = acts.map((act, i) => checkAct(acts[i - 1] ?? null, act));
      expect(read).toEqual(JSON.parse(JSON.stringify(given)).map((payload: unknown) => ({ fault: null, payload })));
    }),
  );
});

describe('tampering', () => {
  const resealed = (acts: StoredAct[], i: number, changed: Partial<StoredAct>): StoredAct[] => {
    const act = { ...acts[i]!, ...changed };
    return acts.with(i, sealAct(act.prev, act, 'another payload'));
  };
  const other = uuidv7(start);
  const one = (acts: StoredAct[], i: number, changed: Partial<StoredAct>) => acts.with(i, { ...acts[i]!, ...changed });

  test.each<[why: string, code: string, at: number, change: (acts: StoredAct[]) => StoredAct[]]>([
    [
      'a word of the body changed',
      'ledger.hash-differs',
      3,
      (a) => one(a, 2, { body: a[2]!.body.replace('two', 'TWO') }),
    ],
    ['the hash replaced', 'ledger.hash-differs', 3, (a) => one(a, 2, { hash: 'ab'.repeat(32) })],
    ['an act taken out', 'ledger.gap', 4, (a) => a.toSpliced(2, 1)],
    ['the first act taken out', 'ledger.gap', 2, (a) => a.slice(1)],
    ['two acts swapped', 'ledger.gap', 3, (a) => [a[0]!, a[2]!, a[1]!, a[3]!]],
    ['an act sealed anew', 'ledger.prev-differs', 4, (a) => resealed(a, 2, {})],
    ['prev replaced', 'ledger.prev-differs', 3, (a) => one(a, 2, { prev: 'ab'.repeat(32) })],
    ['another kind in the column', 'ledger.body-differs', 3, (a) => one(a, 2, { kind: 'close' })],
    ['another seat in the column', 'ledger.body-differs', 3, (a) => one(a, 2, { seat: other })],
    ['no seat in the column', 'ledger.body-differs', 2, (a) => one(a, 1, { seat: null })],
    ['another id in the column', 'ledger.body-differs', 3, (a) => one(a, 2, { id: other })],
    ['another stream in the column', 'ledger.body-differs', 3, (a) => one(a, 2, { stream: other })],
    ['another city in the column', 'ledger.body-differs', 3, (a) => one(a, 2, { city: 2 })],
    ['a moment later in the column', 'ledger.body-differs', 3, (a) => one(a, 2, { at: new Date(+a[2]!.at + 1) })],
    ['time running backwards', 'ledger.time-backwards', 4, (a) => resealed(a, 3, { at: new Date(+start - 1) })],
  ])('%s: %s, named at act %i', (_, code, at, change) => {
    const acts = change(chainOf(['nought', 'one', 'two', 'three']));
    const named = acts.find((act) => act.seq === at)!;
    expect(verifyChain(acts)).toMatchObject({
      code,
      params: { seq: at, stream: named.stream, id: named.id, kind: named.kind },
    });
  });

  test('a body that states a part of its head twice is found, though its hash and its ends are right', () => {
    const act = chainOf([{}])[0]!;
    const body = act.body.replace('"payload":{}', '"payload":{},"kind":"close","payload":{}');
    const hash = createHash('sha256').update(Buffer.alloc(32)).update(body).digest('hex');
    expect(verifyChain([{ ...act, body, hash }])?.code).toBe('ledger.body-differs');
  });

  test('whichever character of whichever body is changed, that act is named', () => {
    fc.assert(
      fc.property(payloads, fc.nat(), fc.nat(), (given, which, where) => {
        const acts = chainOf(given);
        const i = which % acts.length;
        const body = acts[i]!.body;
        const at = where % body.length;
        const changed = `${body.slice(0, at)}${body[at] === '0' ? '1' : '0'}${body.slice(at + 1)}`;
        expect(verifyChain(one(acts, i, { body: changed }))).toMatchObject({
          code: 'ledger.hash-differs',
          params: { seq: i + 1 },
        });
      }),
    );
  });
});
