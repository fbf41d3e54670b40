// What the tests of the register of debarments share: an invented firm that gave a bribe, and the decision that debars it.

export const FIRM = '莲城远舟工程有限公司';
export const CODE = '91330100799655058B';
export const DOCUMENT = `%PDF-1.7\n${FIRM}行贿案`;
/** In their order: notice, hearing, decision, term. */
export const COURSE = {
  noticedOn: '2026-03-02',
  hearing: { how: 'heard', on: '2026-03-10' },
  decidedOn: '2026-03-12',
  from: '2026-03-13',
  until: '2028-03-12',
} as const;
