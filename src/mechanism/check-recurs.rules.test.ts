import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMechanism } from './parse.rules.ts';

const project = readFileSync(new URL('../../mechanisms/project.yaml', import.meta.url), 'utf8');
const RULE = 'rule: FREQ=MONTHLY;BYMONTHDAY=5;COUNT=24';

/** The faults of the shipped file with that changed, by their codes. */
function faultsOf(...changes: [from: string, to: string][]): string[] {
  for (const [from] of changes) expect(project).toContain(from);
  const source = changes.reduce((text, [from, to]) => text.replace(from, to), project);
  return parseMechanism(source).faults.map(({ code }) => code.replace('mechanism.', ''));
}

test.each<[sentence: string, from: string, to: string, faults: string[]]>([
  ['as shipped, nothing is wrong', RULE, RULE, []],
  [
    'somebody must begin it, and that is nobody',
    'by: [supervisor, co, ladder]',
    'by: [supervisor, co]',
    ['recurs-wants-ladder'],
  ],
  ['what begins may stand below', 'kinds: [defect, upkeep]', 'kinds: [defect]', Array(4).fill('recurs-kind-not-below')],
  [
    'it begins where dividing is done',
    'answered, verified] }\n  report',
    'answered] }\n  report',
    Array(4).fill('recurs-not-divided'),
  ],
  ['in a stage of the file', 'during: [verified]', 'during: [accepted]', ['no-such-stage']],
  ['and not once all is over', 'during: [verified]', 'during: [closed]', ['recurs-on-closed']],
  ['there is time for it', 'limit: 10 workdays\n  pests', 'limit: 0 workdays\n  pests', ['limit-out-of-range']],
  ['how often is said', RULE, 'rule: BYMONTHDAY=5', ['recurs-rule-freq']],
  ['in words that are known', RULE, 'rule: FREQ=MONTHLY;BYSETPOS=1', ['recurs-rule-part']],
  ['each once', RULE, 'rule: FREQ=MONTHLY;FREQ=DAILY', ['recurs-rule-twice']],
  ['with values that there are', RULE, 'rule: FREQ=MONTHLY;BYMONTHDAY=32', ['recurs-rule-value']],
  ['that go together', RULE, 'rule: FREQ=WEEKLY;BYMONTHDAY=5', ['recurs-rule-together']],
  ['and on some day', RULE, 'rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', ['recurs-never']],
  ['a 29 February is some day', RULE, 'rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', []],
  ['a day off is waited for or passed over', 'dayOff: next', 'dayOff: before', ['not-one-of']],
])('%s', (_, from, to, faults) => expect(faultsOf([from, to])).toEqual(faults));

test('nobody divides of itself where nothing recurs', () => {
  const [recurs] = /^recurs:\n(?:  .*\n)+/mu.exec(project)!;
  expect(faultsOf([recurs, ''])).toEqual(['ladder-without-recurs']);
});
