import { describe, expect, test } from 'vitest';
import { leftIn, marksIn, personalLeft, unconfirmed } from './personal-left.rules.ts';

const both = (question: string, answer = '') => ({ question, answer });
const left = (text: string) => personalLeft(text).map(({ what, text: part }) => `${what} ${part}`);

describe('what is marked before it may be published', () => {
  test.each([
    ['a mobile number', '请拨 13912345678 联系', ['phone 13912345678']],
    ['a landline with its area code', '电话0374-2965123', ['phone 0374-2965123']],
    ['an address of mail', '请发到 wang.li@example.com。', ['email wang.li@example.com']],
    ['a credit code', '我公司（91411000MA45KJ1L7X）申请补助', ['number 91411000MA45KJ1L7X']],
    ['a long number with a slip in it', '身份证号 41100019900101123', ['number 41100019900101123']],
    ['a name with a title', '王经理说再等等', ['name 王经理']],
    ['a name with a title within a sentence', '请联系李建国同志办理', ['name 李建国同志']],
    ['who acts for an enterprise', '法定代表人：李四', ['name 李四']],
    ['a name with a title in the midst of a sentence', '物业李经理说', ['name 李经理']],
    ['a number plate', '车主豫K12345', ['plate 豫K12345']],
    ['a passport', '护照E12345678', ['number E12345678']],
    ['a home, and not the road', '建设路12号院3号楼501室', ['home 3号楼501室']],
    ['somebody half hidden', '，张某某多次来电', ['name 张某某']],
    [
      'an identity number and a bank card',
      '身份证 41100019900101123X，卡号 6222021234567890123',
      ['number 41100019900101123X', 'number 6222021234567890123'],
    ],
    ['a number without its area code, where somebody says that it is one', '电话：2965123', ['phone 2965123']],
    ['an account', '微信号 lihua_2020', ['account lihua_2020']],
    ['a name that is given as one', '联系人：欧阳娜，住东区', ['name 欧阳娜']],
    ['the same twice is named once', '13912345678，再打 13912345678', ['phone 13912345678']],
  ])('%s', (_, text, expected) => expect(left(text)).toEqual(expected));

  test.each([
    ['a document’s number and a sum', '豫政〔2023〕12号，补助 3400 万元，质保金 410000 元'],
    ['what was taken out already', '请拨〔电话1〕联系〔姓名2〕'],
    ['a road, a day, a time', '物流大道与纬六路口，2023年3月13日 09:30'],
    ['words that begin like a family name', '方便企业办事，常年开放，许可证变更，高层住宅'],
    ['an office', '许可科专人对接，窗口主任负责制'],
  ])('is not %s', (_, text) => expect(left(text)).toEqual([]));

  test('marks are told of, each once: everybody would read them as they stand', () => {
    expect(marksIn(['请拨〔电话1〕联系〔姓名2〕', '〔姓名2〕说', '豫政〔2023〕12号'])).toEqual([
      '〔电话1〕',
      '〔姓名2〕',
    ]);
  });

  test('what is confirmed word by word may stay, and nothing else', () => {
    const texts = both('王经理电话 13912345678', '已联系王经理');
    expect(unconfirmed(texts, [])).toEqual(['王经理', '13912345678']);
    expect(unconfirmed(texts, ['王经理'])).toEqual(['13912345678']);
  });
});

describe('what is published together', () => {
  test('is looked through for what any of it tells', () => {
    const texts = both('门前断路，陈昭凤说过两次', '经与陈昭凤（13912345678）联系，已修通');
    expect(unconfirmed(texts, [])).toEqual(['陈昭凤', '13912345678']);
    expect(unconfirmed(texts, ['陈昭凤'])).toEqual(['13912345678']);
  });
  test('with the landline of an office where whoever raised it writes of their own, and without where a unit names its', () => {
    const own = '是食品厂的厂长，电话办公室 0374-2965123';
    expect(unconfirmed(both(own, '请拨市教育局办公室电话0374-2961234'), [])).toEqual(['0374-2965123']);
    expect(unconfirmed(both(own, '已打办公室 2965123 告知'), ['0374-2965123'])).toEqual(['2965123']);
    expect(unconfirmed(both(own, '已打办公室 03742965123 告知'), ['0374-2965123'])).toEqual(['03742965123']);
  });
  test('and for what is hidden in the matter, though nothing here tells it', () => {
    expect(unconfirmed(both('门前断路，陈昭凤说过两次', '已修通'), [])).toEqual([]);
    expect(unconfirmed(both('门前断路，陈昭凤说过两次', '已修通'), [], ['陈昭凤', '李明'])).toEqual(['陈昭凤']);
  });
  test('an enterprise that is known by its name is called one', () => {
    const known = ['莲城市莲锦电力设备', '李明'];
    expect(leftIn(both('莲城市莲锦电力设备的李明问'), known)).toEqual([
      { what: 'firm', text: '莲城市莲锦电力设备' },
      { what: 'name', text: '李明' },
    ]);
  });
  test('with whatever gaps it stands here or there, and confirmed as it stands', () => {
    const texts = both('付小红说门前断路', '李 明、li+m@example.com 都知道');
    const known = ['付 小 红', '李明', 'li+m@example.com', ' '];
    expect(unconfirmed(texts, [], known)).toEqual(['付小红', '李 明', 'li+m@example.com']);
    expect(unconfirmed(texts, ['付小红', '李 明', 'li+m@example.com'], known)).toEqual([]);
  });
});
