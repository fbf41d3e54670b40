import type { Standing } from '../../../src/matters/catalogues/matrix.contract.ts';

/** In the order in which a part goes through them. */
export const standings: readonly Standing[] = ['given', 'working', 'answered', 'claimed', 'done', 'gained', 'exempt'];

/** A shape for each, so that nobody needs to see the colour. */
export const signs: Readonly<Record<Standing, string>> = {
  given: '○',
  working: '◐',
  answered: '◆',
  claimed: '◇',
  done: '✓',
  gained: '✓＋',
  exempt: '—',
};
