import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepDraft } from '../acts/drafts.ts';
import { countUnsent, forgetUnsent, keepOwnUnsent } from './unsent.ts';

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
    new Proxy(kept, { get: (all, key) => methods[key as keyof typeof methods] ?? all[key as string] }),
  );
});

describe('what was typed on this machine and not sent', () => {
  it.each<[sentence: string, key: string, kept: object, counts: boolean]>([
    ['words in a form', 'huiyin.draft.mine.m.note', { typed: { text: '明天到现场' }, at: 1 }, true],
    ['a form opened and left empty', 'huiyin.draft.mine.m.note', { typed: { text: '  ', co: [] }, at: 1 }, false],
    ['rows of a roster', 'huiyin.draft.mine.roster', { units: [{ name: '市水利局' }], people: [], at: 1 }, true],
    [
      'minutes that the server has not',
      'huiyin.minutes.mine.d',
      { version: 1, mine: { items: [{ text: '甲' }] } },
      true,
    ],
    ['words of a bulletin', 'huiyin.bulletin.mine.r', { id: 'x', words: { opening: '本周' } }, true],
    ['a bulletin looked at', 'huiyin.bulletin.mine.r', { id: 'x', words: {} }, false],
    ['words of another seat', 'huiyin.draft.others.m.note', { typed: { text: '不是我的' } }, false],
    ['how the page looks', 'huiyin.theme', { dark: true }, false],
  ])('%s', (_, key, kept, counts) => {
    localStorage.setItem(key, JSON.stringify(kept));
    expect(countUnsent(['mine', 'my-other'])).toBe(counts ? 1 : 0);
  });

  it('is removed for the seats that leave, and for no other', () => {
    keepDraft('mine.m.note', { typed: { text: '甲' } });
    keepDraft('others.m.note', { typed: { text: '乙' } });
    localStorage.setItem('huiyin.minutes.mine.d', '{}');
    localStorage.setItem('huiyin.theme', 'dark');
    forgetUnsent(['mine']);
    expect(Object.keys(localStorage).toSorted()).toEqual(['huiyin.draft.others.m.note', 'huiyin.theme']);
  });

  it('stays through an ended session for the same person, and is never found by whoever sits there next', () => {
    keepOwnUnsent({ account: 'lin', seats: ['mine'] });
    keepDraft('mine.m.note', { typed: { text: '甲' } });
    keepOwnUnsent({ account: 'zhou', seats: ['others'] });
    keepOwnUnsent({ account: 'lin', seats: ['mine'] });
    expect(countUnsent(['mine'])).toBe(1);
    keepOwnUnsent({ account: 'zhou', seats: ['others', 'mine'] });
    expect(countUnsent(['mine'])).toBe(0);
  });
});
