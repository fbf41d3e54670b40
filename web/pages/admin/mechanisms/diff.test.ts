import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { around, diffLines } from './diff.ts';

const told = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', gone: '-', new: '+' }[kind]}${text}`);

describe('differences of two texts', () => {
  test('a line that changed went and came; what stands around it stays', () => {
    expect(told('a\nb\nc', 'a\nB\nc')).toEqual([' a', '-b', '+B', ' c']);
    expect(told('a\nc', 'a\nb\nc')).toEqual([' a', '+b', ' c']);
    expect(told('a\nb\nc', 'b\nc\na')).toEqual(['-a', ' b', ' c', '+a']);
  });

  test('what went with what stayed is the old text, what came with what stayed the new, numbers and all', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after);
        const side = (kind: 'gone' | 'new') => lines.filter((line) => line.kind === kind || line.kind === 'same');
        expect(side('gone').map((line) => line.text)).toEqual(before.split('\n'));
        expect(side('new').map((line) => line.text)).toEqual(after.split('\n'));
        expect(side('gone').map((line) => line.old)).toEqual(before.split('\n').map((_, n) => n + 1));
        expect(side('new').map((line) => line.now)).toEqual(after.split('\n').map((_, n) => n + 1));
      }),
    );
  });

  test('only what changed is shown, with its surroundings', () => {
    const lines = diffLines('1\n2\n3\n4\n5\n6\n7\n8\n9', '1\n2\n3\n4\n5\n6\n7\n8\nx');
    expect(around(lines, 1).map((line) => line?.text ?? null)).toEqual([null, '8', '9', 'x']);
    expect(around(diffLines('1', '1'), 1)).toEqual([null]);
  });
});
