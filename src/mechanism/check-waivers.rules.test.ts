import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMechanism } from './parse.rules.ts';

const file = (name: string) => readFileSync(new URL(`../../mechanisms/${name}`, import.meta.url), 'utf8');
const part = file('replication-part.yaml');
const item = file('replication.yaml');
const faultsOf = (source: string, changes: readonly (readonly [string, string])[]): string[] => {
  for (const [from] of changes) expect(source).toContain(from);
  const changed = changes.reduce((text, [from, to]) => text.replaceAll(from, to), source);
  return parseMechanism(changed).faults.map(({ code }) => code.replace('mechanism.', ''));
};
const EXEMPT = '  exempt: { by: [supervisor], from: [refused, assigned, working, claimed], to: exempt }\n';
const WAIVE = '  waive: { by: [lead], from: [assigned, working], to: claimed, give: [reason] }\n';

test.each<[sentence: string, source: string, changes: [string, string][], fault: string | null]>([
  ['as shipped, nothing is wrong', part, [], null],
  ['nor with the items of the list', item, [], null],
  ['who may say that it does not apply must be answered', part, [[EXEMPT, '']], 'waive-without-exempt'],
  ['and nobody agrees to what nobody may say', part, [[WAIVE, '']], 'exempt-without-waive'],
  ['what waits for a word is not going on', part, [['to: claimed', 'to: working']], 'waive-not-answered'],
  [
    'agreed to, it is over',
    part,
    [
      [
        'from: [refused, assigned, working, claimed], to: exempt',
        'from: [refused, assigned, working, claimed], to: working',
      ],
    ],
    'exempt-leaves-open',
  ],
  [
    'what an earlier ledger says stands for an act that there is',
    part,
    [
      [WAIVE, ''],
      [EXEMPT, ''],
    ],
    'carry-stands-for-nothing',
  ],
  [
    'a list comes in editions',
    item,
    [['  revise: { by: [supervisor], from: [registered, going, closed] }\n', '']],
    'catalogue-without-revise',
  ],
])('%s', (_, source, changes, fault) => {
  const faults = faultsOf(source, changes);
  if (fault) expect(faults).toContain(fault);
  else expect(faults).toEqual([]);
});
