import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folder, WEEKLY } from './parse.fixture.ts';
import { parseMechanism } from './parse.rules.ts';

/** Warnings as `what stands in the line → code`. */
function warningsOf(source: string): string[] {
  const { faults, warnings } = parseMechanism(source);
  expect(faults).toEqual([]);
  const lines = source.split('\n');
  return warnings.map(({ line, code }) => `${lines[line - 1]!.trim()} → ${code.replace('mechanism.', '')}`);
}
/** The shipped file without the rungs of one clock, or with these in their place. */
const withRungs = (clock: string, rungs = ''): string => {
  const [before, ladder] = WEEKLY.split('\nladder:\n') as [string, string];
  const changed = ladder.replace(new RegExp(`^  ${clock}:\\n(?:    .*\\n)+`, 'mu'), rungs);
  expect(changed).not.toBe(ladder);
  return `${before}\nladder:\n${changed}`;
};

test.each(readdirSync(folder).filter((file) => file.endsWith('.yaml')))(
  'in %s somebody is pressed about whatever somebody of the city owes',
  (file) => expect(warningsOf(readFileSync(new URL(file, folder), 'utf8'))).toEqual([]),
);

test.each([
  ['a unit’s', 'instruction', ['instruction: → clock-without-ladder']],
  ['the office’s own', 'verify', ['verify: → clock-without-ladder']],
  ['that of whoever it was raised to', 'raised', ['raised: → clock-without-ladder']],
])('a clock without rungs is told of at its line, and keeps nobody from publishing: %s', (_, clock, warnings) =>
  expect(warningsOf(withRungs(clock))).toEqual(warnings),
);

test('rungs of the office’s clock that tell the head of a unit alone tell nobody', () => {
  const only = (who: string) => `  verify:\n    - { at: 1 workday after, tell: [${who}] }\n`;
  expect(warningsOf(withRungs('verify', only('superior')))).toEqual(['verify: → ladder-reaches-nobody']);
  expect(warningsOf(withRungs('verify', only('superior, mayor')))).toEqual([]);
});

test('nothing is said of what the parties owe each other, nor of a right that lapses', () => {
  const dispute = readFileSync(new URL('dispute.yaml', folder), 'utf8');
  const { mechanism } = parseMechanism(dispute);
  expect(Object.keys(mechanism!.ladder!)).not.toContain('performance');
  expect(warningsOf(dispute.replace('    lapses: true\n', ''))).toEqual(['confirmation: → clock-without-ladder']);
});
