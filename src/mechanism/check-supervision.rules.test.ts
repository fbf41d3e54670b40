import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMechanism } from './parse.rules.ts';

const APPEAL = readFileSync(new URL('../../mechanisms/appeal.yaml', import.meta.url), 'utf8');

test('a program that handed a matter over may call back, and do nothing else', () => {
  expect(APPEAL).toContain('callback:\n    by: [supervisor, source]');
  expect(parseMechanism(APPEAL).faults).toEqual([]);
  const more = APPEAL.replace('evaluate: { by: [originator]', 'evaluate: { by: [originator, source]');
  expect(parseMechanism(more).faults).toMatchObject([
    { code: 'mechanism.source-may-not', params: { kind: 'evaluate' } },
  ]);
});
