import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftView, SaveDraft } from '../../../../src/intake/contract.ts';
import { makeKeeper } from './keeper.ts';
import { patchItem } from './review.ts';
import { draft, item } from './sample.fixture.ts';

/** The server's side of one draft: saves by version, and may be away or lose an answer. */
let server: DraftView;
let line: 'up' | 'down' | 'answer lost';
let stored: Map<string, string>;
/** How often a save was refused as somebody else’s had come before it. */
let moved: number;

const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function serve(body: string | undefined): Response {
  if (body === undefined) return answer(server);
  const { version, ...review } = JSON.parse(body) as SaveDraft;
  if (version !== server.version) {
    moved++;
    return answer({ code: 'intake.draft-moved-on', title: '' }, 409);
  }
  server = { ...server, ...review, version: version + 1 };
  return answer({ version: server.version });
}

beforeEach(() => {
  vi.useFakeTimers();
  server = draft([item('a'), item('b')]);
  line = 'up';
  moved = 0;
  stored = new Map();
  vi.stubGlobal('document', { documentElement: { lang: 'zh-CN' } });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  vi.stubGlobal('fetch', async (_: string, { body }: { body?: string }) => {
    if (line === 'down') throw new TypeError('failed');
    const response = serve(body);
    if (line === 'answer lost' && body) {
      line = 'up';
      throw new TypeError('failed');
    }
    return response;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begin = () => {
  const keeper = makeKeeper(structuredClone(server), 'place');
  return {
    keeper,
    stop: keeper.start(),
    write: (id: string, text: string) => keeper.edit((now) => patchItem(now, id, { text })),
  };
};
const somebodyWrites = (id: string, text: string) => {
  server = {
    ...server,
    items: server.items.map((one) => (one.id === id ? { ...one, text } : one)),
    version: server.version + 1,
  };
};
const texts = () => server.items.map(({ text }) => text);
const quiet = () => vi.advanceTimersByTimeAsync(1000);

test('an edit is on this machine at once and with the server a moment after the last one', async () => {
  const { keeper, write } = begin();
  write('a', '一');
  write('a', '一二');
  expect(stored.get('place')).toContain('一二');
  expect(texts()).toEqual(['a', 'b']);
  await quiet();
  expect(texts()).toEqual(['一二', 'b']);
  expect(server.version).toBe(2);
  expect([keeper.state().sign, stored.size]).toEqual(['saved', 0]);
});

test('without a line the edit stays here, says so, and goes out when the line is back', async () => {
  const { keeper, write } = begin();
  line = 'down';
  write('a', '一');
  await quiet();
  expect([keeper.state().sign, stored.size]).toEqual(['failed', 1]);
  line = 'up';
  await vi.advanceTimersByTimeAsync(6000);
  expect(texts()[0]).toBe('一');
  expect(keeper.state().sign).toBe('saved');
});

test('what was not saved before the page closed is there when it opens again', async () => {
  const first = begin();
  line = 'down';
  first.write('a', '一');
  await quiet();
  first.stop();
  line = 'up';
  const { keeper } = begin();
  expect(keeper.state().review.items[0]?.text).toBe('一');
  await quiet();
  expect(texts()[0]).toBe('一');
});

test('somebody else’s change to another item is taken in by itself', async () => {
  const { keeper, write } = begin();
  somebodyWrites('b', '对方');
  write('a', '我');
  await quiet();
  await quiet();
  expect(texts()).toEqual(['我', '对方']);
  expect(keeper.state()).toMatchObject({ sign: 'saved', merged: 1, clash: null });
});

test('a change to the same item waits for the person, and what is typed meanwhile is kept', async () => {
  const { keeper, write } = begin();
  somebodyWrites('a', '对方');
  write('a', '我');
  await quiet();
  expect(keeper.state().clash?.both.map(({ id }) => id)).toEqual(['a']);
  write('b', '接着写');
  await quiet();
  expect(texts()).toEqual(['对方', 'b']);
  keeper.settle('mine');
  await quiet();
  expect(texts()).toEqual(['我', '接着写']);
});

test('a save whose answer was lost is no clash with myself', async () => {
  const { keeper, write } = begin();
  line = 'answer lost';
  write('a', '一');
  await quiet();
  write('a', '一二');
  await vi.advanceTimersByTimeAsync(8000);
  expect(keeper.state().clash).toBeNull();
  expect(texts()[0]).toBe('一二');
});

test('two who ask to save while a save is under way wait for it, and send once between them', async () => {
  const { keeper, write } = begin();
  write('a', '一');
  const first = keeper.flush();
  write('b', '二');
  expect(await Promise.all([first, keeper.flush(), keeper.flush()])).toContain(true);
  expect(texts()).toEqual(['一', '二']);
  expect([server.version, moved]).toEqual([3, 0]);
});
