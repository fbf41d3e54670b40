import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMechanism } from './parse.rules.ts';

const appeal = readFileSync(new URL('../../mechanisms/appeal.yaml', import.meta.url), 'utf8');
const RULE = 'children: { kinds: [task], hold: { answer: answered, close: closed } }';
const ACT = '  divide: { by: [supervisor, lead], from: [assigned, working] }\n';

/** The faults of the shipped file with that changed, by their codes. */
const faultsOf = (changes: readonly (readonly [string, string])[]): string[] => {
  for (const [from] of changes) expect(appeal).toContain(from);
  const source = changes.reduce((text, [from, to]) => text.replace(from, to), appeal);
  return parseMechanism(source).faults.map(({ code }) => code.replace('mechanism.', ''));
};

test.each<[sentence: string, changes: [string, string][], faults: string[]]>([
  ['as shipped, nothing is wrong', [], []],
  ['its own kind may stand below it', [['kinds: [task]', 'kinds: [self, task]']], []],
  ['nothing need wait', [[', hold: { answer: answered, close: closed }', '']], []],
  ['what may stand below must be put there by somebody', [[ACT, '']], ['children-without-divide']],
  ['and somebody who divides must have something to divide into', [[RULE, '']], ['divide-without-children']],
  ['a kind stands there once', [['kinds: [task]', 'kinds: [task, task]']], ['child-kind-twice']],
  ['its own key is self', [['kinds: [task]', 'kinds: [self, appeal]']], ['child-kind-twice']],
  [
    'what waits must be an act of the file',
    [['hold: { answer', 'hold: { verify: closed, answer']],
    ['hold-names-missing-act'],
  ],
  ['dividing waits for nothing', [['hold: { answer', 'hold: { divide: closed, answer']], ['hold-never-waits']],
  ['nor does pressing', [['hold: { answer', 'hold: { slip: closed, answer']], ['hold-never-waits']],
  ['an act waits for an answer or for the end', [['answer: answered', 'answer: working']], ['not-one-of']],
  ['no kinds are no children', [['kinds: [task]', 'kinds: []']], ['empty']],
])('%s', (_, changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});

const HELP = `  help:
    by: [supervisor, lead]
    from: [registered, classified, assigned, working, proposed, disputed]
    kinds:
      legal: { zh: 法治护航员, en: Legal escort, also: [法律护航, 法治护航, 法律顾问] }
      service: { zh: 企业服务专员, en: Enterprise service officer, also: [企业服务员, 服务专员] }
`;
const UNHELP = '  unhelp: { by: [supervisor, lead, helper], give: [reason] }\n';

test.each<[sentence: string, changes: [string, string][], faults: string[]]>([
  [
    'who helps answers for nobody',
    [['lead.head, co, raised], from', 'lead.head, co, raised, helper], from']],
    ['helper-may-not'],
  ],
  ['who is asked to help can be let go', [[UNHELP, '']], ['act-wants-other']],
  [
    'nobody helps where nobody is asked',
    [
      [HELP, ''],
      [UNHELP, ''],
    ],
    ['helper-without-help', 'helper-without-help', 'helper-without-help'],
  ],
])('%s', (_, changes, faults) => {
  expect(faultsOf(changes)).toEqual(faults);
});
