import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMechanism } from './parse.rules.ts';

/** A fault as `line code`, the line counted in the changed file by the text that stands there. */
function faultsOf(source: string): string[] {
  const lines = source.split('\n');
  return parseMechanism(source).faults.map(
    ({ line, code }) => `${lines[line - 1]?.trim().split(':')[0]} → ${code.replace('mechanism.', '')}`,
  );
}

describe('what somebody who never wrote such a file gets wrong first, told in words of our own', () => {
  const TASK = readFileSync(new URL('../../mechanisms/task.yaml', import.meta.url), 'utf8');
  const accept = '  accept: { by: [lead, co], from: [assigned, working], to: working }';
  const swapped = (from: string, to: string): string => {
    if (!TASK.includes(from)) throw new Error(`the file has no “${from}”`);
    return TASK.replace(from, to);
  };
  test.each<[sentence: string, source: string, faults: string[]]>([
    ['a Chinese colon after a word', swapped('key: task', 'key：task'), ['key：task → full-width']],
    ['a Chinese colon within brackets', swapped('phase: closed, name', 'phase：closed, name'), ['closed → full-width']],
    ['a Chinese comma in a list', swapped(accept, accept.replace('[lead, co]', '[lead，co]')), ['accept → full-width']],
    ['a Chinese comma after a Chinese name', swapped('zh: 分办任务, en', 'zh: 分办任务，en'), ['name → full-width']],
    ['a Chinese bracket', swapped('name: { zh: 分办任务', 'name: ｛ zh: 分办任务'), ['name → full-width']],
    ['no space after the colon', swapped('limit: 1 workday\n', 'limit:1 workday\n'), ['limit → colon-missing']],
    [
      'a bracket left open, found at the line after it',
      swapped('{ by: [supervisor], to: registered }', '{ by: [supervisor], to: registered'),
      ['assign → bracket-open'],
    ],
    ['a line one space too far in', swapped(accept, ` ${accept}`), ['accept → indent']],
    [
      'a comma left out',
      swapped('refuse: { by: [lead, co], from', 'refuse: { by: [lead, co] from'),
      ['refuse → comma-missing'],
    ],
    ['a colon within a name', swapped('zh: 分办任务, en', 'zh: 分办: 任务, en'), ['name → colon-inside']],
    ['a quote left open', swapped('key: task', 'key: "task'), [' → quote-open']],
  ])('%s', (_, source, faults) => expect(faultsOf(source)).toEqual(faults));

  test('Chinese marks within Chinese names and in comments are right', () => {
    expect(
      faultsOf(
        swapped('zh: 分办任务, en', 'zh: 分办“任务”：一，二【三】, en').replace(
          'key: task',
          '# key：一，二\nkey: task',
        ),
      ),
    ).toEqual([]);
  });
});
