import type { LiveNews } from '../../src/platform/live/contract.ts';

/** How soon what was read is read again: what is open before somebody, at once; lists, when a few news have come together. */
export type Pace = 'now' | 'soon';

/** What each kind of reading (the first word of its key) has to do with news; what is not named here does not change by acts. */
const touched: Readonly<Record<string, { pace: Pace; by: (news: LiveNews, of: unknown) => boolean }>> = {
  matter: { pace: 'now', by: ({ moved }, id) => moved.some((one) => one.id === id) },
  // Who acts has read: a moment later, when their page has said so.
  reads: { pace: 'soon', by: ({ moved }, id) => moved.some((one) => one.id === id) },
  workbench: { pace: 'soon', by: ({ mine }) => mine },
  // What comes to another seat of mine is asked for by the minute: this line hears of this one’s.
  owed: { pace: 'soon', by: ({ mine }) => mine },
  ledger: { pace: 'soon', by: ({ moved, mine }, search) => (isMine(search) ? mine : moved.length > 0 || mine) },
  catalogues: { pace: 'soon', by: ({ moved }) => moved.length > 0 },
  trees: { pace: 'soon', by: ({ moved }) => moved.length > 0 },
  round: { pace: 'soon', by: ofRound },
  figures: { pace: 'soon', by: ofRound },
  rounds: { pace: 'soon', by: ({ moved }) => moved.some((one) => one.room === 'round') },
  // The bell: what concerns me is told a moment after the act, and lists wait longer than that.
  notices: { pace: 'soon', by: ({ mine }, what) => what === 'unread' && mine },
  bulletin: { pace: 'soon', by: (news, what) => what === 'preview' && news.moved.length > 0 },
};

/** Whether what was read under this key may have changed by the news, and how soon to read it again; null when it has not. */
export function staleBy(key: readonly unknown[], news: LiveNews): Pace | null {
  const kind = touched[String(key[0])];
  return kind?.by(news, key[1]) ? kind.pace : null;
}

function ofRound({ moved }: LiveNews, id: unknown): boolean {
  return moved.some((one) => one.round === id || one.id === id);
}

const isMine = (search: unknown): boolean =>
  typeof search === 'object' && search !== null && 'scope' in search && search.scope === 'mine';

/** Two pieces of news as one. */
export function together(a: LiveNews | null, b: LiveNews): LiveNews {
  return a === null ? b : { moved: [...a.moved, ...b.moved], mine: a.mine || b.mine };
}
