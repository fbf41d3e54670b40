import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { checkMechanism } from './check.rules.ts';
import { ActKind, Actor, Demand, Hearer, Mechanism, Phase, RaisedTo, SlipColor } from './contract.ts';
import { isSensible, limitOf } from './limit.rules.ts';
import { numberFor, strayPartsOf } from './number.rules.ts';
import { parseMechanism } from './parse.rules.ts';
import { ordinaryStages, phaseOf, ruleFor, stagesFor, transitions } from './transitions.rules.ts';

const shipped = parseMechanism(
  readFileSync(new URL('../../mechanisms/weekly-assignment.yaml', import.meta.url), 'utf8'),
).mechanism!;

/** Stages that mechanisms name; the first four are mostly there, the last are on every object. */
const STAGES = ['start', 'middle', 'end', 'other', 'constructor', 'toString', '__proto__', ''];
const stage = fc.constantFrom(...STAGES);
const named = fc.constant({ zh: '甲', en: 'A' });
const kind = fc.constantFrom(...ActKind.options);
const limit = fc.oneof(
  fc.constant('due'),
  fc
    .tuple(fc.integer({ min: -9, max: 9999 }), fc.constantFrom('days', 'day', 'workdays', 'workday'))
    .map((l) => l.join(' ')),
);
const kinds = fc.uniqueArray(kind, { minLength: 1, maxLength: 4 });
const optional = { requiredKeys: ['by'] as 'by'[] };

const rule = fc.record(
  {
    by: fc.uniqueArray(fc.constantFrom(...Actor.options), { minLength: 1, maxLength: 3 }),
    from: fc.array(stage, { maxLength: 4 }),
    to: stage,
    again: stage,
    instead: stage,
    give: fc.uniqueArray(fc.constantFrom(...Demand.options), { maxLength: 2 }),
  },
  optional,
);
const clock = fc.record(
  {
    name: named,
    scope: fc.constantFrom('unit' as const, 'matter' as const),
    from: kinds,
    until: kinds,
    limit,
    limits: fc.dictionary(fc.constantFrom('01', '0102', 'constructor'), limit),
    otherwise: limit,
    pausable: fc.boolean(),
    extendable: fc.boolean(),
  },
  { requiredKeys: ['name', 'scope', 'from', 'until', 'limit'] },
);
const rung = fc.record(
  {
    at: fc.oneof(
      fc.constant('due day'),
      fc
        .tuple(fc.integer({ min: 1, max: 99 }), fc.constantFrom('before', 'after'))
        .map(([n, side]) => `${n} workdays ${side}`),
    ),
    tell: fc.uniqueArray(fc.constantFrom(...Hearer.options), { minLength: 1, maxLength: 2 }),
    slip: fc.constantFrom(...SlipColor.options),
    remind: fc.boolean(),
    list: fc.constant('5 workdays'),
    raise: fc.constantFrom(...RaisedTo.options),
  },
  { requiredKeys: ['at', 'tell'] },
);
const mechanism = fc.record({
  key: fc.constant('invented'),
  name: named,
  number: fc.oneof(
    fc.constant('{year}-{n}'),
    fc.string({ unit: fc.constantFrom(...Array.from('{}nyear:0 2甲')), minLength: 1, maxLength: 20 }),
  ),
  visibility: fc.constantFrom('city' as const, 'units' as const),
  rounds: fc.boolean(),
  originators: fc.boolean(),
  stages: fc.dictionary(
    fc.constantFrom('start', 'middle', 'end', 'other', 'constructor'),
    fc.record({ phase: fc.constantFrom(...Phase.options), name: named }),
  ),
  acts: fc.dictionary(kind, rule),
  clocks: fc.dictionary(fc.constantFrom('accept', 'answer', 'constructor'), clock),
  ladder: fc.dictionary(
    fc.constantFrom('accept', 'answer', 'constructor'),
    fc.array(rung, { minLength: 1, maxLength: 3 }),
  ),
});

test('whatever has the shape is checked without a throw, and each fault has a place in it', () => {
  fc.assert(
    fc.property(mechanism, (given) => {
      const shaped = Mechanism.safeParse(given);
      fc.pre(shaped.success);
      for (const fault of checkMechanism(shaped.data)) {
        expect(fault.code).toMatch(/^mechanism\.[a-z-]+$/u);
        expect(given).toHaveProperty([fault.path[0]!]);
      }
    }),
    { numRuns: 1000 },
  );
});

test('most of what is generated has the shape, so that the properties say something', () => {
  const sample = fc.sample(mechanism, { numRuns: 200, seed: 3 });
  expect(sample.filter((given) => Mechanism.safeParse(given).success).length).toBeGreaterThan(150);
});

test('written as a file, the same faults are found, none of them beyond its last line', () => {
  fc.assert(
    fc.property(mechanism, (given) => {
      const source = stringify(given, { aliasDuplicateObjects: false });
      const { faults } = parseMechanism(source);
      const shaped = Mechanism.safeParse(given);
      if (shaped.success)
        expect(faults.map((f) => f.code).toSorted()).toEqual(
          checkMechanism(shaped.data)
            .map((f) => f.code)
            .toSorted(),
        );
      for (const { line } of faults) expect(line).toBeLessThanOrEqual(source.split('\n').length);
    }),
    { numRuns: 200 },
  );
});

/** Every stage that an act may lead to. */
const waysOf = (m: Mechanism, act: ActKind): string[] => {
  const { to, again, instead } = ruleFor(m, act) ?? {};
  return [to, again, instead].flatMap((way) => way || []);
};

test('the stages of an act and the ways between stages are one table', () => {
  fc.assert(
    fc.property(fc.oneof(mechanism, fc.constant(shipped)), (given) => {
      const shaped = Mechanism.safeParse(given);
      fc.pre(shaped.success);
      const m = shaped.data;
      for (const { from, act, to } of transitions(m)) {
        expect(waysOf(m, act)).toContain(to);
        if (from === null) expect(act).toBe('register');
        else expect(stagesFor(m, act)).toContain(from);
      }
      const later = ActKind.options.filter((act) => act !== 'register');
      expect(transitions(m).filter((t) => t.from !== null)).toHaveLength(
        later.reduce((n, act) => n + stagesFor(m, act).length * waysOf(m, act).length, 0),
      );
    }),
  );
});

test('the ordinary way of a matter leaves out where somebody refuses or says no', () => {
  expect([...ordinaryStages(shipped)]).toEqual(['registered', 'assigned', 'working', 'answered', 'verified', 'closed']);
  const source = readFileSync(new URL('../../mechanisms/appeal.yaml', import.meta.url), 'utf8');
  const way = ['registered', 'classified', 'assigned', 'working', 'proposed', 'answered', 'closed'];
  expect(ordinaryStages(parseMechanism(source).mechanism!)).toEqual(new Set(way));
  const dispute = readFileSync(new URL('../../mechanisms/dispute.yaml', import.meta.url), 'utf8');
  expect([...ordinaryStages(parseMechanism(dispute).mechanism!)].toSorted()).toEqual(
    ['registered', 'classified', 'assigned', 'accepted', 'mediating', 'settled', 'closed'].toSorted(),
  );
});

test('the shipped mechanism, on one screen', () => {
  expect(transitions(shipped).map(({ from, act, to }) => `${from ?? '–'} ${act} ${to}`)).toEqual([
    '– register registered',
    'registered assign assigned',
    'refused assign assigned',
    'assigned assign assigned',
    'working assign assigned',
    'assigned accept working',
    'working accept working',
    'assigned refuse refused',
    'working answer answered',
    'answered verify verified',
    'answered return working',
    'verified return working',
    'verified close closed',
    'closed reopen working',
  ]);
  const open = (stage: string) => ActKind.options.filter((kind) => stagesFor(shipped, kind).includes(stage));
  expect(open('closed')).toEqual(['reopen']);
  expect(open('answered')).toEqual(['verify', 'return', 'instruct', 'note', 'attach', 'correct', 'lower']);
});

test('a stage that is not there has no phase', () => {
  expect(phaseOf(shipped, 'working')).toBe('working');
  for (const none of ['nowhere', 'constructor', '__proto__']) expect(() => phaseOf(shipped, none)).toThrow(/no stage/u);
});

test.each([
  ['交办〔{year}〕{round}-{n:02}', { year: 2026, round: 7, n: 3 }, '交办〔2026〕7-03'],
  ['{n:04}', { year: 2026, round: null, n: 12345 }, '12345'],
  ['{year}{n}{n}', { year: 2026, round: null, n: 1 }, '202611'],
])('%s with %o is %s', (pattern, parts, number) => {
  expect(numberFor({ number: pattern }, parts)).toBe(number);
  expect(strayPartsOf(pattern)).toEqual([]);
});

test('what belongs to no round is numbered apart, so that no number names a round that was never held', () => {
  const parts = { year: 2026, n: 3 };
  expect(numberFor(shipped, { ...parts, round: 7 })).toBe('交办〔2026〕7-03');
  expect(numberFor(shipped, { ...parts, round: null })).toBe('交办〔2026〕临-03');
});

test.each([
  ['{week}-{n}', ['{week}']],
  ['{n:2}{n}', ['{n:2}']],
  ['{Year}{n', ['{Year}', '{n']],
  ['}{n}{', ['}', '{']],
  ['{ n }', ['{ n }']],
])('in %s these parts mean nothing: %o', (pattern, parts) => {
  expect(strayPartsOf(pattern)).toEqual(parts);
});

test.each([
  ['due', { kind: 'due' }],
  ['1 workday', { kind: 'workdays', n: 1 }],
  ['10 workdays', { kind: 'workdays', n: 10 }],
  ['30 days', { kind: 'days', n: 30 }],
  ['-1 day', { kind: 'days', n: -1 }],
])('the limit %s is %o', (text, limit) => {
  expect(limitOf(text)).toEqual(limit);
});

test.each([
  ['due', true],
  ['0 days', false],
  ['1 day', true],
  ['-1 workday', false],
  ['3650 days', true],
  ['3651 days', false],
  ['2500 workdays', true],
  ['2501 workdays', false],
])('the limit %s can be kept: %s', (text, sensible) => expect(isSensible(limitOf(text))).toBe(sensible));

test('what is no limit is a fault of ours', () => {
  expect(() => limitOf('two weeks')).toThrow('not a limit');
});

test('two acts that are called alike are told by the one that comes later, in each language', () => {
  const alike = (accept: object, refuse: object): string[] =>
    checkMechanism({
      ...shipped,
      acts: {
        ...shipped.acts,
        accept: { ...shipped.acts.accept!, name: { zh: '接单', en: 'Take', ...accept } },
        refuse: { ...shipped.acts.refuse!, name: { zh: '退单', en: 'Decline', ...refuse } },
      },
    }).map(({ path, code }) => `${path.join('.')} ${code}`);
  expect(alike({}, {})).toEqual([]);
  expect(alike({}, { zh: '接单' })).toEqual(['acts.refuse.name.zh mechanism.acts-called-alike']);
  expect(alike({ en: 'Decline' }, {})).toEqual(['acts.refuse.name.en mechanism.acts-called-alike']);
});

test.each<[sentence: string, from: string, to: string, codes: string[]]>([
  [
    'what is owed again stays where it is watched',
    ', to: settled, give: [reason] }',
    ', give: [reason] }',
    ['retract-not-answered'],
  ],
  [
    'and not where nothing is',
    'to: settled, give: [reason] }',
    'to: closed, give: [reason] }',
    ['retract-not-answered'],
  ],
  [
    'the clock that watches it hears of it',
    'until: [keep, breach, retract,',
    'until: [keep, breach,',
    ['retract-unwatched'],
  ],
  [
    'nor is ruled on what nobody asks a court for',
    '  confirm: { by: [appointed, supervisor], from: [settled, closed, referred] }\n',
    '',
    ['rule-without-confirm', 'clock-names-missing-act', 'figure-counts-nothing'],
  ],
])('of what is promised: %s', (_, from, to, codes) => {
  const dispute = readFileSync(new URL('../../mechanisms/dispute.yaml', import.meta.url), 'utf8');
  expect(dispute).toContain(from);
  const { faults } = parseMechanism(dispute.replace(from, to));
  expect(faults.map(({ code }) => code)).toEqual(codes.map((code) => `mechanism.${code}`));
});
