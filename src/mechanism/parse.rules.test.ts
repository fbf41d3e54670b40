import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changed, faultsOf, folder, WEEKLY } from './parse.fixture.ts';
import { parseMechanism } from './parse.rules.ts';

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))('%s has no fault', (name) => {
  const { mechanism, faults } = parseMechanism(readFileSync(new URL(name, folder), 'utf8'));
  expect(faults).toEqual([]);
  expect(mechanism?.key).toBe(name.replace('.yaml', ''));
});

describe('what is wrong with a file, and in which line', () => {
  const noAct = (name: string): string => WEEKLY.replace(new RegExp(`^  ${name}: \\{.*\\n`, 'mu'), '');
  const trap = changed(
    '  closed: {',
    '  loop: { phase: working, name: { zh: 甲, en: A } }\n  pool: { phase: working, name: { zh: 乙, en: B } }\n  closed: {',
  )
    .replace(
      'report: { by: [lead, co], from: [working] }',
      'report: { by: [lead, co], from: [working, pool], to: loop }',
    )
    .replace('note: { by: [supervisor, mayor, lead, co] }', 'note: { by: [supervisor], from: [loop], to: pool }');

  test.each<[sentence: string, source: string, faults: string[]]>([
    // names
    [
      'an act leads to a stage that is not there',
      changed('to: working }\n  # A ref', 'to: wroking }\n  # A ref'),
      ['accept → no-such-stage'],
    ],
    [
      'an act starts from a stage that is not there',
      changed(
        'extend: { by: [lead, co], from: [assigned, working]',
        'extend: { by: [lead, co], from: [assigned, wroking]',
      ),
      ['extend → no-such-stage'],
    ],
    [
      'a stage is named like what every object has',
      changed('to: verified', 'to: constructor'),
      ['verify → no-such-stage'],
    ],
    [
      'a clock waits for an act that is not there',
      noAct('verify')
        .replace('from: [verified] ', 'from: [answered] ')
        .replace('from: [answered, verified]', 'from: [answered]'),
      ['until → clock-names-missing-act'],
    ],
    ['nothing can be struck off', noAct('close').replaceAll(', close]', ']'), ['acts → act-missing']],
    [
      'a matter is registered into nothing',
      changed('register: { by: [supervisor], to: registered }', 'register: { by: [supervisor] }'),
      ['register → register-leads-nowhere'],
    ],
    [
      'a matter is struck off into nothing',
      changed('from: [verified], to: closed }', 'from: [verified] }'),
      ['close → close-leads-nowhere'],
    ],
    [
      'a matter is struck off and stays open',
      changed('from: [verified], to: closed }', 'from: [verified], to: working }'),
      ['closed → stage-unreachable', 'close → close-leaves-open', 'reopen → act-never-possible'],
    ],
    // numbers
    [
      'a number has a part that nobody fills in',
      changed('{round}-{n:02}', '{week}-{n:02}'),
      ['number → number-part-unknown'],
    ],
    [
      'a part of the number is misspelt',
      changed('{round}-{n:02}', '{round}-{n:02}{'),
      ['number → number-part-unknown'],
    ],
    [
      'zeros are asked for in another language’s way',
      changed('{round}-{n:02}', '{round}-{n}-{n:2}'),
      ['number → number-part-unknown'],
    ],
    ['two matters would have one number', changed('{round}-{n:02}', '{round}'), ['number → number-not-unique']],
    [
      'what belongs to no round has a round in its number',
      changed('〕临-', '〕{round}-'),
      ['numberWithoutRound → number-has-no-round'],
    ],
    [
      'the number wants a round and there are none',
      changed('rounds: true', 'rounds: false'),
      ['number → number-wants-rounds'],
    ],
    // stages
    [
      'nothing leads to a stage',
      changed('  closed: {', '  parked: { phase: open, name: { zh: 搁置, en: Parked } }\n  closed: {'),
      ['parked → stage-unreachable'],
    ],
    [
      'a stage has no way out',
      changed('from: [registered, refused, assigned, working]', 'from: [registered, assigned, working]'),
      ['refused → stage-without-exit'],
    ],
    ['two stages lead only to each other', trap, ['loop → stage-never-closes', 'pool → stage-never-closes']],
    [
      'nothing is ever over',
      changed('phase: closed', 'phase: answered'),
      ['stages → no-closed-stage', 'close → close-leaves-open'],
    ],
    [
      'an act is possible nowhere',
      changed('pause: { by: [supervisor], from: [assigned, working]', 'pause: { by: [supervisor], from: []'),
      ['pause → act-never-possible'],
    ],
    [
      'an act demands what it has no place for',
      changed(
        'verify: { by: [supervisor], from: [answered], to: verified }',
        'verify: { by: [supervisor], from: [answered], to: verified, give: [result] }',
      ),
      ['verify → demand-untakable'],
    ],
    [
      'a field is called by another name that is called the same everywhere',
      changed(
        'verify: { by: [supervisor], from: [answered], to: verified }',
        'verify: { by: [supervisor], from: [answered], to: verified, fields: { note: { zh: 意见, en: Opinion } } }',
      ),
      ['verify → field-unnameable'],
    ],
    // clocks
    [
      'a clock runs to a day that nobody may have named',
      changed('    otherwise: 5 workdays\n', ''),
      ['answer → clock-without-limit'],
    ],
    [
      'the way out of that is the same again',
      changed('otherwise: 5 workdays', 'otherwise: due'),
      ['otherwise → otherwise-is-due'],
    ],
    [
      'a unit’s clock starts before there is a unit',
      changed('from: [assign]\n', 'from: [register]\n'),
      ['from → clock-never-starts'],
    ],
    [
      'what stops a clock starts it again',
      changed('until: [accept, refuse, answer, close]', 'until: [assign]'),
      ['until → clock-never-stops', 'until → clock-outlives-matter'],
    ],
    [
      'a clock runs on after the matter is struck off',
      changed('until: [verify, return, close]', 'until: [verify, return]'),
      ['until → clock-outlives-matter'],
    ],
    ['an extension may be asked for and never granted', noAct('grant'), ['extendable → extend-without-grant']],
    ['a clock is stopped and never goes on', noAct('resume'), ['pausable → pause-without-resume']],
    [
      'accepting may take longer than the whole',
      changed('limit: 1 workday\n', 'limit: 6 workdays\n'),
      ['limit → limits-contradict'],
    ],
    // shape
    ['a key is missing', changed('visibility: city\n', ''), ["# 周交办 — the week's assignments → missing"]],
    ['a name lacks its English', changed('{ zh: 已登记, en: Registered }', '{ zh: 已登记 }'), ['registered → missing']],
    [
      'a key is misspelt',
      changed('visibility: city\n', 'visibility: city\nvisiblity: city\n'),
      ['visiblity → unknown-key'],
    ],
    [
      'an act has a name that the engine does not know',
      changed('  note: {', '  scold: { by: [mayor] }\n  note: {'),
      ['scold → unknown-key'],
    ],
    [
      'a seat does not exist',
      changed('instruct: { by: [mayor, raised]', 'instruct: { by: [boss]'),
      ['instruct → entry-not-one-of'],
    ],
    [
      'a phase does not exist',
      changed('phase: open, name: { zh: 已登记', 'phase: new, name: { zh: 已登记'),
      ['registered → not-one-of'],
    ],
    ['a stage’s name has capitals', changed('  closed: {', '  Closed: {'), ['Closed → name-malformed']],
    [
      'the key of the file has blanks',
      changed('key: weekly-assignment', 'key: weekly assignment'),
      ['key → name-malformed'],
    ],
    ['a limit is in weeks', changed('limit: 1 workday\n', 'limit: 1 week\n'), ['limit → limit-malformed']],
    [
      'a limit is further into next month than it has days',
      changed('limit: 1 workday\n', 'limit: 32 days next month\n'),
      ['limit → limit-out-of-range'],
    ],
    [
      'a limit is in the month after',
      changed('limit: 1 workday\n', 'limit: 5 days last month\n'),
      ['limit → limit-malformed'],
    ],
    [
      'a list has no comma between its words',
      changed('by: [lead, co], from: [assigned]', 'by: [lead co], from: [assigned]'),
      ['refuse → comma-missing'],
    ],
    ['a limit gives no time', changed('limit: 1 workday\n', 'limit: 0 workdays\n'), ['limit → limit-out-of-range']],
    ['a limit lies in the past', changed('limit: 1 workday\n', 'limit: -2 days\n'), ['limit → limit-out-of-range']],
    [
      'a limit is longer than ten years',
      changed('limit: 2 workdays\n', 'limit: 3651 days\n'),
      ['limit → limit-out-of-range'],
    ],
    ['a tab indents', changed('  registered: {', '\tregistered: {'), ['registered → tab']],
    ['nobody may do an act', changed('instruct: { by: [mayor, raised]', 'instruct: { by: []'), ['instruct → empty']],
    ['a number is far too long', changed('number: 交办', `number: ${'交'.repeat(60)}`), ['number → too-large']],
    ['yes is not true', changed('rounds: true', 'rounds: yes'), ['rounds → not-true-or-false']],
    [
      'one seat is still a list',
      changed('instruct: { by: [mayor, raised]', 'instruct: { by: mayor'),
      ['instruct → not-a-list'],
    ],
    ['a name is no number', changed('zh: 周交办', 'zh: 2026'), ['name → not-a-text']],
    ['the file holds a list', '- weekly', ['- weekly → not-a-map']],
    ['the file is empty', '', [' → nothing']],
    ['the file holds a remark and nothing else', '# 以后再写\n', ['# 以后再写 → nothing']],
    // YAML
    [
      'a key stands twice',
      changed('visibility: city\n', 'visibility: city\nvisibility: units\n'),
      ['visibility → key-twice'],
    ],
    ['a clock lacks its shape altogether', changed('    scope: matter\n', '    scope: 3\n'), ['scope → not-one-of']],
  ])('%s', (_, source, faults) => {
    expect(source).not.toBe(WEEKLY);
    expect(faultsOf(source)).toEqual(faults);
    expect(parseMechanism(source).mechanism).toBeNull();
  });
});

test.each<[sentence: string, source: string, line: string]>([
  [
    'a bracket is left open',
    changed('by: [supervisor], to: registered }', 'by: [supervisor, to: registered }'),
    'register',
  ],
])('what is no YAML is told from the line where it begins: %s', (_, source, line) => {
  expect(faultsOf(source)[0]).toBe(`${line} → bracket-open`);
});

test.each(['5 workdays next month', '10 days next quarter'])('a limit may reach into a period to come: %s', (limit) => {
  expect(faultsOf(changed('limit: 1 workday\n', `limit: ${limit}\n`))).toEqual([]);
});

test('whoever helps is impartial only where there are parties to be impartial towards, and nothing else is', () => {
  const weekly = changed(
    'correct: { by: [supervisor], give: [reason] }',
    'correct: { by: [supervisor], give: [reason], impartial: true }',
  );
  expect(faultsOf(weekly)).toEqual(['correct → impartial-of-help']);
  const help =
    'help: { by: [supervisor], from: [working], impartial: true }\n  unhelp: { by: [supervisor], give: [reason] }\n  correct:';
  expect(faultsOf(changed('correct:', help))).toEqual(['help → impartial-without-parties']);
});

describe('files made to do harm', () => {
  test('an alias is refused where it stands, before it can unfold', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...'bcdefghi'
        .split('')
        .map((k, i) => `${k}: &${k} [${Array.from({ length: 9 }, () => `*${'abcdefgh'[i]}`).join(', ')}]`),
    ].join('\n');
    const began = performance.now();
    const { faults } = parseMechanism(bomb);
    expect(faults[0]).toEqual({ line: 2, code: 'mechanism.alias', params: {} });
    expect(performance.now() - began).toBeLessThan(1000);
  });

  test.each<[sentence: string, source: string, code: string]>([
    ['an alias to itself', 'a: &a [*a]', 'alias'],
    ['a thousand brackets and more', '['.repeat(20_000), 'too-deep'],
    ['a thousand braces and more, all closed', `a: ${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`, 'too-deep'],
    ['a novel', 'x'.repeat(200_001), 'too-long'],
    [
      'a key that would vanish',
      changed('  closed: {', '  __proto__: { phase: open, name: { zh: 甲, en: A } }\n  closed: {'),
      'key-forbidden',
    ],
    ['the same at the top', `${WEEKLY}__proto__: { key: x }\n`, 'key-forbidden'],
    ['the same in quotes', `${WEEKLY}"__proto__": { key: x }\n`, 'key-forbidden'],
    ['a merge key', changed('key: weekly-assignment', '<<: { key: x }\nkey: weekly-assignment'), 'unknown-key'],
    [
      'a tag that would run a program elsewhere',
      changed('rounds: true', 'rounds: !!js/function "true"'),
      'not-true-or-false',
    ],
    ['two documents', `${WEEKLY}---\nkey: x\n`, 'two-documents'],
    ['bytes that are no text', '\u0000\uFFFE\uD800', 'not-a-map'],
  ])('%s', (_, source, code) => {
    expect(parseMechanism(source).faults[0]?.code).toBe(`mechanism.${code}`);
    expect(parseMechanism(source).mechanism).toBeNull();
    expect({}).not.toHaveProperty('key');
  });

  test('a file broken throughout is told in twenty faults, not in thousands', () => {
    expect(parseMechanism(`a: [\n${'}\n'.repeat(5000)}`).faults.length).toBeLessThanOrEqual(20);
  });
});

describe('all that is wrong is told in one go', () => {
  const several = (...changes: [string, string][]): string =>
    changes.reduce((source, [from, to]) => {
      if (!source.includes(from)) throw new Error(`the file has no “${from}”`);
      return source.replace(from, to);
    }, WEEKLY);

  test('a value that does not exist hides no stage that is not there, nor a clock that outlives the matter', () => {
    const source = several(
      ['visibility: city', 'visibility: town'],
      ['to: verified', 'to: verifed'],
      ['instruct: { by: [mayor, raised]', 'instruct: { by: [mayor, boss, raised]'],
      ['number: ', 'number: "{m}" #'],
    );
    expect(faultsOf(source)).toEqual([
      'number → number-part-unknown',
      'number → number-not-unique',
      'visibility → not-one-of',
      'verify → no-such-stage',
      'instruct → entry-not-one-of',
    ]);
  });

  test('a key written twice hides no act that is none, nor a clock that is stopped by nothing', () => {
    const source = several(
      ['acts:\n', 'acts:\n  fly: { by: [mayor] }\n'],
      ['rounds: true', 'rounds: true\nrounds: true'],
    );
    const until = source.replace(/until: \[[^\]]*\]/u, 'until: [note]');
    const codes = faultsOf(until).map((fault) => fault.split(' → ')[1]);
    expect(codes).toEqual(expect.arrayContaining(['key-twice', 'unknown-key', 'clock-outlives-matter']));
  });

  test('what cannot be read is not said to be missing besides', () => {
    expect(faultsOf(several(['  close: {', '  close: { bye: 1, ']))).toEqual(['close → unknown-key']);
    expect(faultsOf(several(['phase: closed', 'phase: cloesd']))).toEqual(['closed → not-one-of']);
  });

  test('entries are counted from one, and what stands there is quoted', () => {
    const { faults } = parseMechanism(
      several(['instruct: { by: [mayor, raised]', 'instruct: { by: [mayor, boss, raised]']),
    );
    expect(faults[0]!.params).toMatchObject({ where: 'acts.instruct.by', n: '2', is: 'boss' });
    expect(faults[0]!.params['known']).toContain('supervisor');
  });
});
