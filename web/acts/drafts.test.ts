import { beforeEach, expect, it, vi } from 'vitest';
import { dropDraft, keepDraft, readDraft, sweepDrafts } from './drafts.ts';

const DAY_MS = 86_400_000;

beforeEach(() => {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  // The browser's storage lists its entries as its own keys and its methods not.
  vi.stubGlobal(
    'localStorage',
    new Proxy(kept, {
      get: (all, key) => methods[key as keyof typeof methods] ?? all[key as string],
    }),
  );
});

it('a draft is there for its seat and form alone, until it is dropped', () => {
  keepDraft('seat-a.matter.report', { typed: { text: '已到现场' } });
  expect(readDraft('seat-a.matter.report')).toMatchObject({ typed: { text: '已到现场' } });
  expect(readDraft('seat-b.matter.report')).toBeNull();
  dropDraft('seat-a.matter.report');
  expect(readDraft('seat-a.matter.report')).toBeNull();
});

it('what nobody went on with for a month is removed, what somebody did is not, and others’ entries stay', () => {
  const now = Date.UTC(2026, 2, 1);
  localStorage.setItem('huiyin.theme', 'dark');
  localStorage.setItem('huiyin.draft.s.before', JSON.stringify({ typed: { text: '旧版本留下的' } }));
  keepDraft('s.old', { typed: {} }, now - 31 * DAY_MS);
  keepDraft('s.recent', { typed: {} }, now - 29 * DAY_MS);
  sweepDrafts(now);
  expect(Object.keys(localStorage).toSorted()).toEqual([
    'huiyin.draft.s.before',
    'huiyin.draft.s.recent',
    'huiyin.theme',
  ]);
  expect(readDraft('s.before', now + 31 * DAY_MS), 'a draft without a time begins to age').toBeNull();
});
