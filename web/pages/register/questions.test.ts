import { describe, expect, test } from 'vitest';
import { RegisterMatter, type Registrable } from '../../../src/matters/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { byFrom } from './onBehalf.ts';
import { inHand, questionsOf, requestFrom, unanswered } from './questions.ts';

const [LEAD, CO, ROUND] = [uuidv7(), uuidv7(), uuidv7()];
const weekly: Registrable = {
  key: 'weekly',
  name: { zh: '周交办', en: 'Weekly' },
  rounds: true,
  mayAssign: true,
  mayJoin: false,
  mayRead: true,
  originators: false,
  publishes: false,
  channels: {},
  scheme: null,
  sides: null,
  targets: null,
  site: false,
  amount: false,
  confidential: false,
  sealed: false,
  give: { register: [], assign: [] },
};
const names = (of: Registrable, typed = {}, all = [of]) => questionsOf(all, of, typed).map(({ name }) => name);

describe('what is asked', () => {
  test('follows the mechanism', () => {
    expect(names(weekly)).toEqual(['text', 'area', 'round', 'lead', 'co', 'due', 'files', 'confidential']);
    expect(names({ ...weekly, rounds: false })).not.toContain('round');
    expect(names({ ...weekly, mayAssign: false })).not.toContain('lead');
    expect(names(weekly, {}, [weekly, { ...weekly, key: 'other' }]).slice(0, 2)).toEqual(['text', 'mechanism']);
    const appeal = { ...weekly, rounds: false, mayAssign: false, channels: { phone: weekly.name }, scheme: 'appeals' };
    expect(names(appeal)).toEqual(['text', 'channel', 'category', 'files', 'confidential']);
  });

  test('of what others raise also who does, how they are reached, where it is', () => {
    const asked = (raiser: string) =>
      names({ ...weekly, rounds: false, mayAssign: false, originators: true }, { raiser });
    expect(asked('enterprise')).toEqual(
      expect.arrayContaining(['raiser', 'enterprise', 'contact', 'place', 'follow', 'unnamed']),
    );
    expect(asked('person')).not.toContain('enterprise');
    expect(asked('nobody')).not.toContain('contact');
    expect(asked('nobody')).not.toContain('unnamed');
  });

  test('in the hand, what, who and where first; apart from these what is seldom answered, and what the address says', () => {
    const appeal = { ...weekly, rounds: false, mayAssign: false, originators: true, channels: { phone: weekly.name } };
    const asked = (begin: Record<string, unknown>, of: Registrable = appeal) =>
      inHand(questionsOf([of, weekly], of, begin), of, begin).main.map(({ name }) => name);
    const call = ['text', 'raiser', 'enterprise', 'contact', 'place'];
    expect(asked({ mechanism: 'appeal', channel: 'phone' })).toEqual(call);
    expect(asked({})).toEqual(['text', 'mechanism', 'channel', ...call.slice(1)]);
    const due = { ...appeal, give: { register: ['due' as const], assign: [] } };
    expect(asked({ mechanism: 'appeal', channel: 'phone' }, due)).toContain('due');
    // Of the city's own work all is asked in its order.
    expect(asked({}, weekly)).toEqual(names(weekly, {}, [weekly, weekly]));
  });

  test('whether it may be published, of whoever is asked and where it can be', () => {
    const asked = (typed: object, publishes = true) => names({ ...weekly, originators: true, publishes }, typed);
    expect(asked({})).toContain('consents');
    expect(asked({}, false)).not.toContain('consents');
    expect(asked({ raiser: 'nobody' })).not.toContain('consents');
    expect(asked({ confidential: true })).not.toContain('consents');
    const typed = { text: '事', consents: false };
    const appeal = { ...weekly, originators: true, publishes: true };
    expect(requestFrom('appeal', questionsOf([appeal], appeal, typed), typed).given).toMatchObject({ consents: false });
    expect(requestFrom('appeal', questionsOf([appeal], appeal, {}), { text: '事' }).given).not.toHaveProperty(
      'consents',
    );
  });

  test('a word with the assignment only once there is one', () => {
    expect(names(weekly, { lead: LEAD })).toContain('note');
  });

  test.each([
    ['nothing is written yet', weekly, {}, ['text']],
    ['co-units without a lead unit', weekly, { text: '事', co: [CO] }, ['lead']],
    ['only the words: it is registered', weekly, { text: '事' }, []],
    ['the mechanism wants a day', { ...weekly, give: { register: ['due'], assign: [] } }, { text: '事' }, ['due']],
    [
      'it wants one only of what is assigned',
      { ...weekly, give: { register: [], assign: ['due'] } },
      { text: '事', lead: LEAD },
      ['due'],
    ],
  ] as [string, Registrable, object, string[]][])('%s', (_sentence, of, typed, lacking) => {
    expect(unanswered(questionsOf([of], of, { ...typed }), { ...typed })).toEqual(lacking);
  });
});

test('of several mechanisms the first stands without being chosen', () => {
  const two = [weekly, { ...weekly, key: 'other' }];
  expect(unanswered(questionsOf(two, weekly, { text: '事' }), { text: '事' })).toEqual([]);
});

test('what goes out is what the interface takes', () => {
  const file = { id: uuidv7(), name: '现场.jpg', size: 1 };
  const typed = { text: ' 事 ', area: '', round: ROUND, lead: LEAD, co: [CO], due: '2026-12-08', files: [file] };
  const request = { id: uuidv7(), ...requestFrom('weekly', questionsOf([weekly], weekly, typed), typed) };
  expect(RegisterMatter.parse(request)).toMatchObject({
    round: ROUND,
    given: { text: '事', area: null, due: '2026-12-08', confidential: false },
    attach: { files: [file.id] },
    assign: { lead: LEAD, co: [CO], due: '2026-12-08' },
  });
  const raised = { ...weekly, channels: { phone: weekly.name }, scheme: 'appeals' };
  const heard = { text: '事', channel: 'phone', category: '0701' };
  expect(requestFrom('appeal', questionsOf([raised], raised, heard), heard).given).toMatchObject(heard);
  const bare = requestFrom('weekly', questionsOf([weekly], weekly, { text: '事' }), { text: '事' });
  expect([bare.round, bare.attach, bare.assign]).toEqual([null, null, null]);
});

describe('for whom it is registered', () => {
  const drawn = { id: uuidv7(), pass: 'ACDEFGHJK7' };
  test.each([
    [
      'an enterprise of the register goes by its id',
      { enterprise: { id: LEAD, code: 'X', name: '甲' } },
      { enterprise: LEAD, code: null },
    ],
    ['another by its credit code', { enterprise: { id: null, code: 'X', name: '' } }, { enterprise: null, code: 'X' }],
    [
      'a person by nothing but a contact',
      { raiser: 'person', contact: ' 13812345678 ', enterprise: { id: LEAD } },
      { kind: 'person', enterprise: null, contact: '13812345678' },
    ],
    [
      'nobody leaves no contact, and has a code all the same',
      { raiser: 'nobody', contact: '13812345678' },
      { kind: 'unknown', contact: null, pass: drawn.pass },
    ],
    ['who wants no code gets none', { follow: false }, { pass: null }],
  ])('%s', (_, typed, by) => expect(byFrom(typed, drawn)).toMatchObject(by));

  test('nobody without a code is nobody', () => expect(byFrom({ raiser: 'nobody', follow: false }, drawn)).toBeNull());
});
