import { glob, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { guidePages } from '../../web/frame/guidePage.ts';
import { blocksOf } from '../../web/pages/guide/markdown.ts';

const ROOT = join(import.meta.dirname, '../..');

async function found(pattern: string): Promise<string[]> {
  const files = [];
  for await (const file of glob(pattern, { cwd: ROOT })) files.push(file);
  return files.toSorted();
}

const pages = await found('docs/guide/*/*.md');
const texts = new Map(
  await Promise.all(
    [...pages, 'README.md', 'README.zh-CN.md'].map(
      async (file) => [file, await readFile(join(ROOT, file), 'utf8')] as const,
    ),
  ),
);
const IN_MARKDOWN = /!\[[^\]]*\]\(([^)]+)\)|<img src="([^"]+)"/gu;
const named = [...texts].flatMap(([file, text]) =>
  [...text.matchAll(IN_MARKDOWN)].map((hit) => ({
    file,
    picture: normalize(join(dirname(file), hit[1] ?? hit[2]!)),
  })),
);

describe('the guide', () => {
  test('has an index, a page for each chair and one that shows the others, in both languages', () => {
    const wanted = ['README', ...guidePages].toSorted();
    for (const language of ['zh', 'en'])
      expect(pages.filter((file) => dirname(file).endsWith(language))).toEqual(
        wanted.map((page) => join('docs/guide', language, `${page}.md`)).toSorted(),
      );
  });

  test.each(pages)('%s begins with its title, and its links and pictures are read by the page too', (file) => {
    const blocks = blocksOf(texts.get(file)!);
    expect(blocks.map(({ kind }) => kind).indexOf('title')).toBe(0);
    expect(blocks.filter(({ kind }) => kind === 'title')).toHaveLength(1);
    const shown = blocks.flatMap((block) => (block.kind === 'picture' ? [block.from] : []));
    expect(shown).toEqual([...texts.get(file)!.matchAll(IN_MARKDOWN)].map((hit) => hit[1]));
    const spans = blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.flat() : block.kind === 'picture' || block.kind === 'code' ? [] : block.spans,
    );
    const links = spans.flatMap((span) => (span.kind === 'link' ? [span.to.replace('.md', '')] : []));
    expect(links.filter((to) => !(guidePages as readonly string[]).includes(to))).toEqual([]);
    expect(spans.filter((span) => span.kind === 'text' && /[*[\]`]/u.test(span.text))).toEqual([]);
  });

  test('tells each chair the same in both languages: as many headings, pictures and steps', () => {
    const shape = (language: string, page: string) =>
      blocksOf(texts.get(join('docs/guide', language, `${page}.md`))!).map((block) =>
        block.kind === 'list' ? `${block.items.length} items` : block.kind,
      );
    for (const page of guidePages) expect(shape('zh', page), page).toEqual(shape('en', page));
  });
});

describe('the pictures', () => {
  test('that the guide and the README name are all there', async () => {
    const there = new Set(await found('docs/pictures/**/*.png'));
    expect(named.filter(({ picture }) => !there.has(picture))).toEqual([]);
  });

  test('that are there are all named', async () => {
    const used = new Set(named.map(({ picture }) => picture));
    expect((await found('docs/pictures/**/*.png')).filter((file) => !used.has(file))).toEqual([]);
  });

  test('are in the language of their page', () => {
    const english = (file: string) => /README\.md$|\/en\//u.test(file) && !file.includes('/zh/');
    expect(named.filter(({ file, picture }) => english(file) !== picture.endsWith('-en.png'))).toEqual([]);
  });
});
