import { queryOptions } from '@tanstack/react-query';
import type { Language } from '../../i18n/language.tsx';
import { blocksOf, type Block } from './markdown.ts';

// The guide is one set of files, docs/guide, read on the repository's pages and here: each page is fetched when it is opened,
// each picture when it comes into sight, both from this server.
const texts = import.meta.glob<string>('../../../docs/guide/*/*.md', { query: '?raw', import: 'default' });
const pictures = import.meta.glob<string>('../../../docs/pictures/**/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

export const INDEX = 'README';

/** One page of the guide in its blocks; null where the guide has no such page. */
export const guideQuery = (language: Language, page: string) =>
  queryOptions({
    queryKey: ['guide', language, page],
    queryFn: async (): Promise<readonly Block[] | null> => {
      const text = await texts[`../../../docs/guide/${language}/${page}.md`]?.();
      return text === undefined ? null : blocksOf(text);
    },
    staleTime: Infinity,
  });

/** The address at which this server has a picture that a page of the guide names from where it stands. */
export const pictureAddress = (named: string): string | undefined =>
  pictures[named.replace(/^\.\.\/\.\.\//u, '../../../docs/')];
