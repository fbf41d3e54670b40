import { expect, test } from 'vitest';
import { isUuid } from '../src/kernel/ids.ts';
import { uuidv7 } from './act-id.ts';

test('the page names its acts as the ledger expects: version 7, in the order of time', () => {
  const ids = [1_000, 1_700_000_000_000, 1_800_000_000_000].map(uuidv7);
  expect(ids.every((id) => isUuid(id) && id[14] === '7')).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(ids[1]?.replaceAll('-', '').slice(0, 12)).toBe((1_700_000_000_000).toString(16).padStart(12, '0'));
});

test('two of one moment differ', () => {
  expect(uuidv7(5)).not.toBe(uuidv7(5));
});
