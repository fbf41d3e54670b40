import { describe, expect, test } from 'vitest';
import { blocksOf, type Span } from './markdown.ts';

const plain = (text: string): Span => ({ kind: 'text', text });

describe('a page of the guide', () => {
  test('is a title, headings, paragraphs, lists and pictures between empty lines', () => {
    const page =
      '# The day\n\nOne line\nand its rest.\n\n## Morning\n\n- tea\n- the\n  bell\n\n![A desk](../../a.png)\n';
    expect(blocksOf(page)).toEqual([
      { kind: 'title', spans: [plain('The day')] },
      { kind: 'paragraph', spans: [plain('One line and its rest.')] },
      { kind: 'heading', spans: [plain('Morning')] },
      { kind: 'list', numbered: false, items: [[plain('tea')], [plain('the bell')]] },
      { kind: 'picture', from: '../../a.png', shows: 'A desk' },
    ]);
  });

  test('numbers the steps that are numbered', () => {
    expect(blocksOf('1. one\n2. two')).toEqual([
      { kind: 'list', numbered: true, items: [[plain('one')], [plain('two')]] },
    ]);
  });

  test('presses words, shows keys and leads to other pages within a line', () => {
    expect(blocksOf('Press `k`, then **Accept**; see [the mayor](mayor.md).')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          plain('Press '),
          { kind: 'code', text: 'k' },
          plain(', then '),
          { kind: 'strong', text: 'Accept' },
          plain('; see '),
          { kind: 'link', text: 'the mayor', to: 'mayor.md' },
          plain('.'),
        ],
      },
    ]);
  });

  test('joins lines of Chinese without a space', () => {
    expect(blocksOf('件件有着落，\n事事有\n回音。')).toEqual([
      { kind: 'paragraph', spans: [plain('件件有着落，事事有回音。')] },
    ]);
  });
});
