import { expect, it } from 'vitest';
import type { LiveNews } from '../../src/platform/live/contract.ts';
import { staleBy, together } from './stale.ts';

const matter = (id: string, round: string | null = null): LiveNews => ({
  moved: [{ room: 'matter', id, seq: 3, round }],
  mine: false,
});
const round: LiveNews = { moved: [{ room: 'round', id: 'r', seq: 1, round: null }], mine: false };
const mine: LiveNews = { moved: [], mine: true };

it.each<[string, LiveNews, readonly unknown[], 'now' | 'soon' | null]>([
  ['the open matter that moved is read at once', matter('m'), ['matter', 'm'], 'now'],
  ['another matter is not', matter('m'), ['matter', 'n'], null],
  ['my list is read when something of mine moved', { ...matter('m'), mine: true }, ['workbench', ''], 'soon'],
  ['and left alone by what others do', matter('m'), ['workbench', ''], null],
  ['a matter that left my sight changes my list, though nothing is named', mine, ['workbench', ''], 'soon'],
  ['the ledger of all is read', matter('m'), ['ledger', {}], 'soon'],
  ['the ledger of mine only for mine', matter('m'), ['ledger', { scope: 'mine' }], null],
  ['a board is read when one of its matters moved', matter('m', 'r'), ['round', 'r'], 'soon'],
  ['with its figures', matter('m', 'r'), ['figures', 'r', null], 'soon'],
  ['what a list of practice has come to is read', matter('m'), ['catalogues', 'replication-part', 'c'], 'soon'],
  ['a plan is summed up anew', matter('m'), ['trees', 't', null], 'soon'],
  ['another board is not', matter('m', 'r'), ['round', 's'], null],
  ['the list of meetings is read when one was opened', round, ['rounds', 'latest'], 'soon'],
  ['the bell is asked when something of mine moved', mine, ['notices', 'unread'], 'soon'],
  ['and not for what others do', matter('m'), ['notices', 'unread'], null],
  ['what my seats owe is asked for when something of mine moved', mine, ['owed'], 'soon'],
  ['units do not change by acts of matters', matter('m'), ['units'], null],
  ['nor who is signed in', matter('m'), ['session'], null],
])('%s', (_why, news, key, expected) => {
  expect(staleBy(key, news)).toBe(expected);
});

it('two pieces of news are one', () => {
  expect(together(matter('m'), mine)).toEqual({ ...matter('m'), mine: true });
  expect(together(null, mine)).toBe(mine);
});
