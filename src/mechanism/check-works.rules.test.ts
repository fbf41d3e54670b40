import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMechanism } from './parse.rules.ts';

const project = readFileSync(new URL('../../mechanisms/project.yaml', import.meta.url), 'utf8');
const act = (kind: string): [string, string] => {
  const line = project.split('\n').find((one) => one.startsWith(`  ${kind}: `))!;
  return [`${line}\n`, ''];
};
/** Everything that stands under a word of the file, to be left out. */
const block = (word: string): [string, string] => {
  const from = project.slice(project.indexOf(`\n${word}:`) + 1);
  return [from.slice(0, /\n(?=[\w#])/u.exec(from)!.index + 1), ''];
};
const faultsOf = (changes: readonly (readonly [string, string])[]): string[] => {
  for (const [from] of changes) expect(project).toContain(from);
  const source = changes.reduce((text, [from, to]) => text.replace(from, to), project);
  return parseMechanism(source).faults.map(({ code }) => code.replace('mechanism.', ''));
};

test.each<[sentence: string, changes: [string, string][], faults: string[]]>([
  ['as shipped, nothing is wrong', [], []],
  ['what is promised must be promised by somebody', [act('target')], ['targets-want-act']],
  [
    'a gate waits for an act that there is not',
    [['before: [verify]', 'before: [publish]']],
    ['gate-names-missing-act'],
  ],
  ['or that nobody has heard of', [['before: [verify]', 'before: [dance]']], ['gate-names-missing-act']],
  ['a note may not wait for a gate', [['before: [verify]', 'before: [note]']], ['gate-may-not-hold']],
  ['nor may the inspection itself', [['before: [verify]', 'before: [inspect]']], ['gate-may-not-hold']],
  [
    'a gate may come after another, and after an act',
    [['before: [verify]', 'after: [works, measure]\n    before: [verify]']],
    [],
  ],
  [
    'though not after one that there is not',
    [['before: [verify]', 'after: [roof]\n    before: [verify]']],
    ['gate-after-unknown'],
  ],
  [
    'nor after the inspection, which is its own',
    [['before: [verify]', 'after: [inspect]\n    before: [verify]']],
    ['gate-after-unknown'],
  ],
  [
    'nor after one that comes after it',
    [
      ['before: [measure]', 'after: [acceptance]\n    before: [measure]'],
      ['before: [verify]', 'after: [works]\n    before: [verify]'],
      [
        'before: [answer]\n    halts: [measure, answer]\n  acceptance',
        'after: [design]\n    before: [answer]\n    halts: [measure, answer]\n  acceptance',
      ],
    ],
    ['gate-after-itself', 'gate-after-itself', 'gate-after-itself'],
  ],
  ['nor after itself', [['before: [verify]', 'after: [acceptance]\n    before: [verify]']], ['gate-after-itself']],
  [
    'nor after an act that waits for it',
    [['before: [verify]', 'after: [verify]\n    before: [verify]']],
    ['gate-after-held'],
  ],
  ['it may be inspected anew after an act', [['before: [verify]', 'anew: [return]\n    before: [verify]']], []],
  ['that the file has', [['before: [verify]', 'anew: [publish]\n    before: [verify]']], ['gate-names-missing-act']],
  [
    'and that is no inspection',
    [['before: [verify]', 'anew: [inspect]\n    before: [verify]']],
    ['gate-anew-by-inspection'],
  ],
  ['it may want a photograph', [['before: [verify]', 'give: [photo]\n    before: [verify]']], []],
  [
    'and nothing that an inspection has no place for',
    [['before: [verify]', 'give: [result]\n    before: [verify]']],
    ['entry-not-one-of'],
  ],
  ['what is read each month may have its days', [['in: 亩 }', 'in: 亩, every: month, within: 3 workdays }']], []],
  ['and none without the month', [['in: 亩 }', 'in: 亩, within: 3 workdays }']], ['within-without-every']],
  [
    'a tree is summed up from what stands below',
    [
      ['rounds: false', 'rounds: false\ntree: { levels: [{ zh: 计划, en: Plan }] }'],
      block('children'),
      block('recurs'),
      act('divide'),
    ],
    ['tree-without-children'],
  ],
  ['what is short of its targets may be kept from being finished', [['unreached: reason', 'unreached: never']], []],
  [
    'no other act has a place for that reason',
    [['verify: { by', 'verify: { unreached: reason, by']],
    ['unreached-reason-of-answer'],
  ],
  ['though it may wait', [['verify: { by', 'verify: { unreached: never, by']], []],
  ['measuring may not', [['measure: { by', 'measure: { unreached: never, by']], ['unreached-may-not-hold']],
  ['a unit of measure is one of ours', [['in: 亩', 'in: 弓']], ['not-one-of']],
])('%s', (_, changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});
