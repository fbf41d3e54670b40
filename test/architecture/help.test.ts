import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourceAct } from '../../src/counter/sources/source.contract.ts';
import { sourceSubject } from '../../src/counter/index.ts';
import { bulletinSubject } from '../../src/bulletins/index.ts';
import { CircleAct } from '../../src/directory/circles/circle.contract.ts';
import { UnitAct } from '../../src/directory/contract.ts';
import { DutyAct, SwapAnswer } from '../../src/duties/duty.contract.ts';
import { dutySubjects } from '../../src/duties/index.ts';
import { directorySubjects } from '../../src/directory/index.ts';
import { EnterpriseAct } from '../../src/directory/enterprises/enterprise.contract.ts';
import { OriginatorAct } from '../../src/directory/originators/originator.contract.ts';
import { PersonAct, SeatAct } from '../../src/directory/people/people.contract.ts';
import { tells } from '../../src/matters/life/telling.rules.ts';
import { calendarSubject, matterSubject, mechanismSubject, roundSubject } from '../../src/matters/index.ts';
import { ActKind } from '../../src/mechanism/contract.ts';

// Whoever acts can ask beforehand what the act does. An act that is added to the engine or to the register needs its help.

const root = join(import.meta.dirname, '../..');
const catalogueOf = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...globSync(`messages/${language}/**/*.json`, { cwd: root }).map(
      (file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as object,
    ),
  ) as Record<string, string>;

const kindsOf = (
  acts: typeof UnitAct | typeof SeatAct | typeof PersonAct | typeof EnterpriseAct,
  noun: string,
): string[] => acts.options.map(({ shape }) => `${shape.kind.value}-${noun}`);

/** What opens a stream, what is done to an entry of the register, and what is done to a matter. */
const kinds = [
  ...[
    ...directorySubjects,
    sourceSubject,
    ...dutySubjects,
    mechanismSubject,
    calendarSubject,
    roundSubject,
    bulletinSubject,
    matterSubject,
  ].map(({ opens }) => opens),
  ...kindsOf(UnitAct, 'unit'),
  ...kindsOf(SeatAct, 'seat'),
  ...kindsOf(PersonAct, 'person'),
  ...kindsOf(EnterpriseAct, 'enterprise'),
  ...OriginatorAct.options.map(({ shape }) => shape.kind.value),
  ...SourceAct.shape.kind.options,
  'add-contact',
  'show-contact',
  'decline-erasure',
  'end-interest',
  ...DutyAct.options.map(({ shape }) => shape.kind.value),
  ...SwapAnswer.options,
  ...CircleAct.shape.kind.options,
  ...ActKind.options,
];

test.each(['zh', 'en'])('every act of the engine and of the register has its help in %s', (language) => {
  const catalogue = catalogueOf(language);
  expect(kinds.length).toBeGreaterThan(35);
  expect(kinds.filter((kind) => !catalogue[`help.act.${kind}`])).toEqual([]);
});

test.each(['zh', 'en'])('no help stands in %s for an act that there is not', (language) => {
  const helped = Object.keys(catalogueOf(language)).flatMap((key) => /^help\.act\.(.+)$/u.exec(key)?.[1] ?? []);
  expect(helped.filter((kind) => !kinds.includes(kind))).toEqual([]);
});

test.each(['zh', 'en'])(
  'the help in %s names who is told exactly of the acts of which somebody is told',
  (language) => {
    const catalogue = catalogueOf(language);
    // A mention is a telling too, of the acts whose words may call a colleague by name.
    const given = { mentions: ['somebody'] };
    const calling = new Set<string>(['report', 'note', 'instruct']);
    const told = ActKind.options.filter((kind) => tells({ kind, given: calling.has(kind) ? given : {} }));
    expect(ActKind.options.filter((kind) => catalogue[`help.told.${kind}`])).toEqual(told);
  },
);
