import { describe, expect, test } from 'vitest';
import { nationalCalendar } from '../../kernel/index.ts';
import { read } from './read.rules.ts';

/** What is made of the body of minutes: each item with who leads, who helps and by when. */
const items = (body: string): unknown => {
  const text = `安平市人民政府专题会议纪要\n2026年3月16日，副市长周某主持召开专题会议，研究城区排水工作。${body}`;
  const draft = read(text, { date: '2026-03-16', calendar: nationalCalendar });
  return draft.articles.flatMap((article) =>
    article.items.map(({ text: what, lead, co, dueDate }) => [what, lead.join('、'), co.join('、'), dueDate]),
  );
};

describe('minutes in one running paragraph', () => {
  test.each([
    ['；', '会议议定：市水务局要在4月底前清完暗渠，市城管局配合；请市应急局3月底前修订预案。'],
    ['。', '会议要求，市水务局要在4月底前清完暗渠，市城管局配合。请市应急局3月底前修订预案。'],
    ['。（一）（二）', '会议要求：（一）市水务局要在4月底前清完暗渠，市城管局配合。（二）请市应急局3月底前修订预案。'],
    ['一是…二是…', '会议明确，一是市水务局要在4月底前清完暗渠，市城管局配合；二是请市应急局3月底前修订预案。'],
  ])('give an item for each assignment, parted by %s', (_, body) => {
    expect(items(body)).toEqual([
      [expect.stringMatching(/^市水务局要在4月底前清完暗渠，市城管局配合。?$/u), '市水务局', '市城管局', '2026-04-30'],
      ['请市应急局3月底前修订预案。', '市应急局', '', '2026-03-31'],
    ]);
  });

  test('a sentence that names nobody says more of the one before; one of another paragraph does not', () => {
    expect(items('会议决定，由市水务局牵头，改造泵站。确保5月底前通水。\n要严格验收。')).toEqual([
      ['由市水务局牵头，改造泵站。确保5月底前通水。', '市水务局', '', '2026-05-31'],
    ]);
  });

  test.each([
    ['what everybody is told', '会议强调，各级各部门要高度重视，压实责任。'],
    ['what was heard', '会议听取了汇报。市水务局牵头编制方案，市财政局负责资金。'],
    ['what was done', '会议明确，市水务局牵头编制了方案，市财政局已于上月负责拨付资金。'],
    ['what nobody is named for', '会议要求，要加快改造，确保安全。'],
  ])('%s is nobody’s task', (_, body) => expect(items(body)).toEqual([]));

  test('in one sentence each unit has its own, and what is said to everybody before stays out of it', () => {
    expect(items('会议要求，各级各部门要高度重视，市水务局要清完暗渠，市住建局要改造泵站。')).toEqual([
      ['市水务局要清完暗渠', '市水务局', '', null],
      ['市住建局要改造泵站。', '市住建局', '', null],
    ]);
  });
});
