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

test('a desk takes down what somebody raises, with its papers, and does nothing else', () => {
  const more = APPEAL.replace('classify: { by: [supervisor]', 'classify: { by: [supervisor, desk]');
  expect(parseMechanism(more).faults).toMatchObject([{ code: 'mechanism.desk-may-not', params: { kind: 'classify' } }]);
  const weekly = readFileSync(new URL('../../mechanisms/weekly-assignment.yaml', import.meta.url), 'utf8');
  const raisedByNobody = weekly.replace('register: { by: [supervisor]', 'register: { by: [supervisor, desk]');
  expect(parseMechanism(raisedByNobody).faults).toMatchObject([
    { code: 'mechanism.wants-originators', params: { kind: 'register' } },
  ]);
});
