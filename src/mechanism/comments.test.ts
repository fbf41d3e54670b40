import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '../platform/config/index.ts';

const isComment = (line: string): boolean => line.trimStart().startsWith('#');

// An administrator reads and edits these very files on the page, in Chinese.
test.each(['appeal', 'statement', 'weekly-assignment'])(
  'what the mechanism %s explains, it explains in Chinese too',
  async (key) => {
    const lines = (await readFile(join(projectFolder, 'mechanisms', `${key}.yaml`), 'utf8')).split('\n');
    const blocks = lines
      .map((line, i) => (isComment(line) && !isComment(lines[i - 1] ?? '') ? i : -1))
      .filter((i) => i >= 0)
      .map((from) => lines.slice(from, from + lines.slice(from).findIndex((line) => !isComment(line))));
    expect(blocks.length).toBeGreaterThan(0);
    const unsaid = blocks.filter((block) => !block.some((line) => /^\s*# \p{Script=Han}{2,}[^—]*$/u.test(line)));
    expect(unsaid).toEqual([]);
  },
);
