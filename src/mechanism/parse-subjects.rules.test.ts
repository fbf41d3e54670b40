import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changed, faultsOf, folder, WEEKLY } from './parse.fixture.ts';

describe('what is wrong with how a matter is pressed on', () => {
  test.each<[sentence: string, source: string, faults: string[]]>([
    [
      'the ladder does what wants somebody to answer for it',
      changed('verify: { by: [supervisor]', 'verify: { by: [supervisor, ladder]'),
      ['verify → ladder-may-not'],
    ],
    [
      'what is struck off is pressed on',
      changed(
        'slip: { by: [supervisor, mayor, ladder], from: [assigned,',
        'slip: { by: [supervisor, mayor, ladder], from: [closed, assigned,',
      ),
      ['slip → presses-on-closed'],
    ],
    [
      'it is raised to somebody who may not answer',
      changed('answer: { by: [lead, co, raised]', 'answer: { by: [lead, co]'),
      ['raise → raised-cannot-answer'],
    ],
    ['what is listed is never delisted', WEEKLY.replace(/^ {2}delist: .*\n/mu, ''), ['list → act-wants-other']],
    [
      'the higher seat’s clock starts before there is one',
      changed('from: [raise]', 'from: [raise, remind]'),
      ['from → raised-clock-starts'],
    ],
  ])('%s', (_, source, faults) => expect(faultsOf(source)).toEqual(faults));
});

describe('what is wrong with a file of what is raised from without', () => {
  const APPEAL = readFileSync(new URL('appeal.yaml', folder), 'utf8');
  const appeal = (from: string, to: string): string => {
    if (!APPEAL.includes(from)) throw new Error(`the file has no “${from}”`);
    return APPEAL.replace(from, to);
  };
  const without = (kind: string): string => APPEAL.replace(new RegExp(`^  ${kind}: \\{.*\\n`, 'mu'), '');

  test.each<[sentence: string, source: string, faults: string[]]>([
    [
      'nobody raises anything, and yet some take part and there are ways to raise it',
      appeal('originators: true\n', ''),
      [
        'keep → keep-without-originators',
        'channels → channels-want-originators',
        'register → wants-originators',
        'promise → wants-originators',
        'inquire → wants-originators',
        'reply → wants-originators',
        'evaluate → wants-originators',
        'draw → wants-originators',
        'callback → wants-originators',
        'publish → wants-originators',
        'exclude → told-wants-originators',
        'note → wants-originators',
        'attach → wants-originators',
      ],
    ],
    [
      'a draw that nobody says the size of',
      appeal('sample: { share: 10, least: 5 }', ''),
      ['draw → draw-without-sample'],
    ],
    [
      'a sample that nothing draws',
      appeal('  draw: { by: [ladder], from: [closed] }\n', ''),
      ['from → clock-names-missing-act', 'sample → sample-without-draw'],
    ],
    [
      'a draw by somebody who could choose',
      appeal('draw: { by: [ladder]', 'draw: { by: [ladder, supervisor]'),
      ['draw → draw-by-hand'],
    ],
    ['a sample of nobody', appeal('share: 10, least: 5', 'share: 0, least: 0'), ['sample → sample-of-nobody']],
    ['an answer that is published for good', without('withdraw'), ['publish → act-wants-other']],
    ['a question that nobody can reply to', without('reply'), ['inquire → act-wants-other']],
    [
      'an exclusion that nobody reviews',
      without('review'),
      ['exclude → act-wants-other', 'until → clock-names-missing-act'],
    ],
    [
      'a review whose no leads nowhere',
      appeal('to: excluded, instead: disputed }', 'to: excluded }'),
      ['review → instead-missing'],
    ],
    [
      'an act that never says no',
      appeal('to: classified }', 'to: classified, instead: refused }'),
      ['classify → instead-untakable'],
    ],
    [
      'tries of what is no call',
      appeal('to: classified }', 'to: classified, tries: 3 }'),
      ['classify → tries-of-callback'],
    ],
    [
      'a deadline of what is no list',
      appeal('to: classified }', 'to: classified, within: 5 workdays }'),
      ['classify → within-of-list'],
    ],
    [
      'kinds of helpers of what is no asking for help',
      appeal('to: classified }', 'to: classified, kinds: { legal: { zh: 护航员, en: Escort } } }'),
      ['classify → kinds-of-help'],
    ],
    [
      'again, without a first time',
      appeal('to: refused, again', 'again'),
      ['refused → stage-unreachable', 'refuse → again-without-to'],
    ],
    [
      'counted for every unit, of what no unit hands back',
      appeal('to: classified }', 'to: classified, everyUnit: true }'),
      ['classify → every-unit-of-refuse'],
    ],
    [
      'handed back by a co-unit where nobody may assign it',
      appeal('assigned, working, proposed], to: assigned', 'assigned, working], to: assigned'),
      ['refuse → every-unit-stuck'],
    ],
    ['again, at a stage that is not there', appeal('again: contested', 'again: contestd'), ['refuse → no-such-stage']],
    [
      'a scheme by which nobody classifies',
      without('classify'),
      ['scheme → scheme-without-classify', 'classified → stage-unreachable'],
    ],
    [
      'classified by no scheme, with limits for its categories',
      appeal('scheme: appeals\n', ''),
      ['keep → keep-without-scheme', 'classify → classify-without-scheme', 'limits → limits-without-scheme'],
    ],
    [
      'a category’s limit that gives no time',
      appeal("'0101': 3 workdays", "'0101': 0 workdays"),
      ['limits → limit-out-of-range'],
    ],
    ['a category’s limit that is none', appeal("'0101': 3 workdays", "'0101': soon"), ['limits → limit-malformed']],
    ['a joining that nobody can undo', without('part'), ['join → act-wants-other']],
    [
      'a joining after which the matter goes on by itself',
      appeal('proposed], to: joined }', 'proposed], to: working }'),
      ['joined → stage-unreachable', 'join → join-leaves-open', 'part → act-never-possible'],
    ],
    [
      'a parting that leads somewhere else than back',
      appeal('from: [joined], give: [reason] }', 'from: [joined], to: working, give: [reason] }'),
      ['part → part-leads-back'],
    ],
    ['a code without quotes would be another number', appeal("'0101':", '0101:'), ['limits → key-a-number']],
  ])('%s', (_, source, faults) => {
    expect(faultsOf(source)).toEqual(faults);
  });
});
