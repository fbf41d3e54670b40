import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseMechanism } from './parse.rules.ts';

const SHIPPED = readFileSync(new URL('../../mechanisms/weekly-assignment.yaml', import.meta.url), 'utf8');
const BARE = SHIPPED.slice(0, SHIPPED.search(/\n(# [^\n]*\n)*ladder:/u) + 1);

/** The shipped file with this ladder in place of its own, and with a change besides. */
function withLadder(ladder: string, from = '', to = ''): string {
  if (!BARE.includes(from)) throw new Error(`the file has no “${from}”`);
  return `${BARE.replace(from, to)}\nladder:\n${ladder}`;
}
/** Faults as `what stands in the line → code`. */
function faultsOf(source: string): string[] {
  const lines = source.split('\n');
  return parseMechanism(source).faults.map(
    ({ line, code }) => `${lines[line - 1]!.trim()} → ${code.replace('mechanism.', '')}`,
  );
}
const rungs = (clock: string, ...each: string[]): string =>
  [`  ${clock}:`, ...each.map((rung) => `    - { ${rung}, tell: [owner] }`)].join('\n');
const line = (rung: string): string => `- { ${rung}, tell: [owner] }`;
const ladderMayNot = (kind: string): [string, string] => {
  const rule = new RegExp(`^  ${kind}: .*$`, 'mu').exec(BARE)![0];
  return [rule, rule.replace(/,? ?ladder/u, '')];
};

describe('what is wrong with a ladder, and in which line', () => {
  const early = 'at: 2 workdays before, slip: blue';
  const late = 'at: 1 workday after, slip: yellow';

  test.each<[sentence: string, source: string, faults: string[]]>([
    ['nothing, of rungs that rise', withLadder(rungs('answer', early, late, 'at: 3 workdays after, slip: red')), []],
    [
      'nothing, where people are told and no more',
      withLadder(rungs('verify', 'at: due day', 'at: 1 workday after')),
      [],
    ],
    ['a clock that is not there', withLadder(rungs('anwser', early)), ['anwser: → ladder-no-such-clock']],
    [
      'a clock like what every object has',
      withLadder(rungs('constructor', early)),
      ['constructor: → ladder-no-such-clock'],
    ],
    [
      'rungs out of order',
      withLadder(rungs('answer', late, 'at: due day')),
      [`${line('at: due day')} → ladder-out-of-order`],
    ],
    [
      'two rungs on one day',
      withLadder(rungs('answer', late, 'at: 1 workdays after, remind: true')),
      [`${line('at: 1 workdays after, remind: true')} → ladder-two-at-once`],
    ],
    [
      'a later slip that is milder',
      withLadder(
        rungs('answer', 'at: 1 workday after, slip: red', 'at: 2 workdays after', 'at: 3 workdays after, slip: orange'),
      ),
      [`${line('at: 3 workdays after, slip: orange')} → ladder-milder`],
    ],
    [
      'an act that the mechanism lacks',
      withLadder(rungs('answer', late), /^ {2}slip: .*\n/mu.exec(BARE)![0]),
      [`${line(late)} → ladder-act-missing`],
    ],
    [
      'an act that the ladder may not do',
      withLadder(rungs('answer', 'at: 1 workday after, remind: true'), ...ladderMayNot('remind')),
      [`${line('at: 1 workday after, remind: true')} → ladder-not-let`],
    ],
    [
      'listed for longer than what is listed may wait',
      withLadder(rungs('answer', 'at: 1 workday after, list: 21 workdays')),
      [`${line('at: 1 workday after, list: 21 workdays')} → ladder-lists-beyond`],
    ],
    [
      'raised before it has run out',
      withLadder(rungs('answer', 'at: due day, raise: mayor')),
      [`${line('at: due day, raise: mayor')} → ladder-too-early`],
    ],
    [
      'a slip of the supervision office to itself',
      withLadder(rungs('verify', late)),
      [`${line(late)} → ladder-of-no-unit`],
    ],
    [
      'a rung on the day on which the clock begins',
      withLadder(rungs('accept', 'at: 1 workday before')),
      [`${line('at: 1 workday before')} → ladder-before-start`],
    ],
    [
      'a rung before the clock begins where the matter names no day',
      withLadder(rungs('answer', 'at: 5 workdays before')),
      [`${line('at: 5 workdays before')} → ladder-before-start`],
    ],
    [
      'rungs that a pause would skip, as the clock goes on during it',
      withLadder(rungs('accept', 'at: 1 workday after, slip: blue', 'at: 2 workdays after')),
      ['accept: → ladder-skipped-by-pause'],
    ],
    [
      'somebody whom a pause would keep from being told, as a later rung does not tell them',
      withLadder(
        '  accept:\n    - { at: 1 workday after, tell: [owner] }\n    - { at: 2 workdays after, tell: [office] }',
      ),
      ['accept: → ladder-skipped-by-pause'],
    ],
    [
      'nothing where only the last does anything, and each tells all whom those before it do',
      withLadder(
        '  accept:\n    - { at: 1 workday after, tell: [owner] }\n    - { at: 2 workdays after, slip: yellow, tell: [owner, office] }',
      ),
      [],
    ],
    [
      'none of that where the clock stands still too',
      withLadder(
        rungs('accept', 'at: 1 workday after, slip: blue', 'at: 2 workdays after'),
        'limit: 1 workday\n',
        'limit: 1 workday\n    pausable: true\n',
      ),
      [],
    ],
    [
      'a day that is none',
      withLadder(rungs('answer', 'at: -2 workdays, slip: blue')),
      [`${line('at: -2 workdays, slip: blue')} → rung-day-malformed`],
    ],
    [
      'calendar days, of which nobody knows whether they are worked',
      withLadder(rungs('answer', 'at: 3 days after')),
      [`${line('at: 3 days after')} → rung-day-malformed`],
    ],
    [
      'a colour that is none',
      withLadder(rungs('answer', 'at: due day, slip: pink')),
      [`${line('at: due day, slip: pink')} → not-one-of`],
    ],
    ['nobody is told', withLadder('  answer:\n    - { at: due day }'), ['- { at: due day } → missing']],
    ['no rungs', withLadder('  answer: []'), ['answer: [] → empty']],
    [
      'a misspelt clock hides nothing of the ladder, and is not said to be missing from it',
      withLadder(
        rungs('answer', late, 'at: due day'),
        '    scope: unit\n    from: [assign, return, reopen]',
        '    scope: units\n    from: [assign, return, reopen]',
      ),
      ['scope: units → not-one-of', `${line('at: due day')} → ladder-out-of-order`],
    ],
  ])('%s', (_, source, faults) => {
    expect(faultsOf(source)).toEqual(faults);
    expect(parseMechanism(source).mechanism === null).toBe(faults.length > 0);
  });

  test('to be listed within so long, in working days', () => {
    expect(faultsOf(withLadder(rungs('answer', 'at: 1 workday after, list: 5 days'))).at(-1)).toMatch(
      /rung-list-malformed$/u,
    );
  });
});
