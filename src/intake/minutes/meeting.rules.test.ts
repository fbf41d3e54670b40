import { describe, expect, test } from 'vitest';
import { readAttendees, readMeeting } from './meeting.rules.ts';

describe('the meeting', () => {
  test('number, year, date and name from a report', () => {
    const text =
      '本报讯（记者 柳青）5月6日，市政府2024年第18次重点工作周交办会议召开。市委常委、副市长安远，副市长苏木、白桦参加。';
    expect(readMeeting(text, '', '2024-05-07', true)).toEqual({
      name: '市政府2024年第18次重点工作周交办会议',
      number: 18,
      year: 2024,
      date: '2024-05-06',
      attendees: [
        { name: '安远', post: '市委常委、副市长' },
        { name: '苏木', post: '副市长' },
        { name: '白桦', post: '副市长' },
      ],
    });
  });
  test('from minutes with a headline', () => {
    expect(
      readMeeting('时间：2024年4月9日\n出席：安远、苏木', '2024年第六次市长办公会议纪要', null, false),
    ).toMatchObject({ number: 6, year: 2024, date: '2024-04-09' });
  });
  test('a December meeting in a January paper was last year’s', () => {
    expect(readMeeting('12月29日，市政府第50次周调度会议召开。', '', '2025-01-02', true)?.date).toBe('2024-12-29');
  });
  test('one that is named before it is said to be held, and who chairs it', () => {
    const text =
      '本报讯（记者 柳青）3月25日，青禾市春灌工作会议召开。市长安远主持会议，副市长苏木、市政府秘书长白桦等参加会议。';
    expect(readMeeting(text, '', '2024-03-26', true)).toMatchObject({
      name: '青禾市春灌工作会议',
      number: null,
      attendees: [
        { name: '安远', post: '市长' },
        { name: '苏木', post: '副市长' },
        { name: '白桦', post: '市政府秘书长' },
      ],
    });
  });
  test('a headline’s 召开 is no part of the name', () =>
    expect(readMeeting('本报讯5月6日，会议召开。', '市政府召开第十次周例会', '2024-05-07', true)).toMatchObject({
      name: '市政府第十次周例会',
      number: 10,
    }));
  test('what the headline leaves out stands in the report: the year, the full name, the day', () =>
    expect(
      readMeeting('本报讯5月6日，市政府2024年第18次重点工作例会召开。', '市政府召开第18次例会', null, true),
    ).toMatchObject({ name: '市政府2024年第18次重点工作例会', number: 18, year: 2024, date: '2024-05-06' }));
  test('one that the unit before it holds', () =>
    expect(readMeeting('3月6日，县政府召开2024年第8次周交办会，安远参加。', '', null, true)).toMatchObject({
      name: '县政府2024年第8次周交办会',
      date: '2024-03-06',
    }));
  test('another number is another meeting', () =>
    expect(readMeeting('5月6日，市政府2023年第17次例会召开。', '市政府召开第18次例会', null, true)).toMatchObject({
      number: 18,
      year: null,
    }));
  test('who called it is no part of the name', () =>
    expect(
      readMeeting('2024年4月9日，市长安远主持召开市政府2024年第6次市长办公会议，研究防汛。', '会议纪要', null, false),
    ).toMatchObject({ name: '市政府2024年第6次市长办公会议', number: 6 }));
  test.each([
    ['青禾市人民政府会议纪要\n〔2024〕9号\n4月9日，市长安远召开会议。', 9, 2024],
    ['青禾市人民政府会议纪要\n（第十二期）\n4月9日，市长安远召开会议。', 12, null],
  ])('minutes of a meeting without a number have their own: %j', (text, number, year) =>
    expect(readMeeting(text, '青禾市人民政府会议纪要', null, false)).toMatchObject({ number, year }),
  );
  test.each([
    ['出席：安远\n一、修渠。（责任单位：市水务局；完成时限：2024年4月30日）', 'under the head of a bracket'],
    ['出席：安远\n一、请市水务局2024年4月30日前修渠。', 'with 前'],
    ['出席：安远\n一、请市水务局于2024年4月30日18时前修渠。', 'with an hour'],
    ['出席：安远\n一、修渠自今日起至2024年4月30日。', 'as the end of a time'],
    ['会议学习2023年11月1日印发的《防汛预案》。\n一、修渠。', 'as the day of a paper'],
  ])('a deadline, or a paper’s day, is no day on which it was held, nor says its year: %s (%s)', (text) =>
    expect(readMeeting(text, '第六次市长办公会议纪要', null, false)).toMatchObject({
      number: 6,
      year: null,
      date: null,
    }),
  );
  test('a meeting that a document only quotes is not its own', () => {
    expect(
      readMeeting('《方案》已经市委深改委第七次会议审议通过，现印发给你们。', '实施方案', '2024-01-02', false),
    ).toBeNull();
    expect(readMeeting('图书车开进社区，居民纷纷挑选。', '', '2024-01-02', true)).toBeNull();
  });
});

test.each([
  ['出席：安远、苏木', ['安远', '苏木'], 'a line of names'],
  ['列席：柳青 白桦', ['柳青', '白桦'], 'names parted by spaces'],
  ['副市长安远，秘书长苏木出席会议', ['安远', '苏木'], 'a sentence'],
  ['副市长安远、欧阳青禾出席，秘书长司马远列席', ['安远', '欧阳青禾', '司马远'], 'names of four characters; two verbs'],
  ['本报讯3月6日，例会召开，市长安远主持会议并讲话。', ['安远'], 'who chaired'],
  ['县长安远出席并讲话，县领导苏木参加', ['安远', '苏木'], 'who spoke'],
  ['市财政局、市水务局参加', [], 'units are no persons'],
])('%s: %s', (text, names) => expect(readAttendees(text).map((a) => a.name)).toEqual(names));
