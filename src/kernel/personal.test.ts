import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonal, isIdentityNumber, isLuhn, type PersonalKind } from './personal.ts';

const found = (text: string): [PersonalKind, string][] =>
  findPersonal(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('what is personal in a text', () => {
  test.each<[text: string, pieces: [PersonalKind, string][]]>([
    ['请打我手机13812345678联系', [['phone', '13812345678']]],
    ['手机：138 1234 5678', [['phone', '138 1234 5678']]],
    ['+86 138-1234-5678', [['phone', '+86 138-1234-5678']]],
    ['电话１３８１２３４５６７８', [['phone', '１３８１２３４５６７８']]],
    ['手机138.1234.5678', [['phone', '138.1234.5678']]],
    ['联系电话一三八一二三四五六七八', [['phone', '一三八一二三四五六七八']]],
    ['身份证 411002 19880715 4032', [['id', '411002 19880715 4032']]],
    ['您好，我是王小明，住东湖区', [['name', '王小明']]],
    ['座机0374-2961234转801', [['phone', '0374-2961234转801']]],
    ['联系电话：2961234', [['phone', '2961234']]],
    // With a figure too few or too many it is said to be one all the same.
    ['电话1381234567，急', [['phone', '1381234567']]],
    ['手机 138 1234 567', [['phone', '138 1234 567']]],
    ['联系方式：138-1234-56789', [['phone', '138-1234-56789']]],
    ['联系电话（微信同号）：138 1234 56', [['phone', '138 1234 56']]],
    ['加微信138123456 7', [['phone', '138123456 7']]],
    ['手机号码１３８１２３４５６７', [['phone', '１３８１２３４５６７']]],
    ['法人代表 王小明', [['name', '王小明']]],
    ['负责人　李建国，请回电', [['name', '李建国']]],
    ['身份证号41100219880715403２', [['id', '41100219880715403２']]],
    ['卡号6222021234567890128', [['card', '6222021234567890128']]],
    ['请回复 li.ming+1@mail.example.com，谢谢', [['email', 'li.ming+1@mail.example.com']]],
    ['加微信号：lianjin_88', [['account', 'lianjin_88']]],
    ['QQ30748522', [['account', '30748522']]],
    ['我叫石莲锦，住东城区', [['name', '石莲锦']]],
    [
      '联系人：欧阳文，13812345678',
      [
        ['name', '欧阳文'],
        ['phone', '13812345678'],
      ],
    ],
    ['由张小满签字领取', [['name', '张小满']]],
    [
      '验收单上有李明签名、王芳盖章',
      [
        ['name', '李明'],
        ['name', '王芳'],
      ],
    ],
    ['请欧阳文本人签字', [['name', '欧阳文']]],
    ['收据经陈福如已签收', [['name', '陈福如']]],
    ['协议由周海燕女士按手印', [['name', '周海燕']]],
    ['签字：孙志强', [['name', '孙志强']]],
    ['签收人赵红艳，三月五日', [['name', '赵红艳']]],
    ['联络人：胡梅珍', [['name', '胡梅珍']]],
    ['户主黄俊庚不同意', [['name', '黄俊庚']]],
    ['户主黄俊庚，住东湖区', [['name', '黄俊庚']]],
    [
      '拖欠职工罗进汉、李桃等三人工资',
      [
        ['name', '罗进汉'],
        ['name', '李桃'],
      ],
    ],
    ['收款人：黄意', [['name', '黄意']]],
    ['请联系王小明，尽快处理', [['name', '王小明']]],
  ])('is found: %s', (text, pieces) => {
    expect(found(text)).toEqual(pieces);
  });

  test.each([
    ['914403001922038216', 'a credit code'],
    ['91330100799655058B', 'a credit code with a letter'],
    ['诉求〔2026〕0012', 'the number of a matter'],
    ['许政办〔2023〕13812345号', 'the number of a document'],
    ['补偿13800000000元没有到账', 'an amount'],
    ['充了电话12345678元', 'an amount behind such a word'],
    ['手机2023-01-12买的，电话 2023.1.12 打的', 'a day behind such a word'],
    ['请拨电话400-123-4567或电话0374-12345', 'a line that everybody may call'],
    ['市社保局咨询电话：0374-2960-****', 'what is half hidden already'],
    ['市社保局咨询电话：0374-296123', 'an office, with a figure too few'],
    ['法人 高新企业不在范围内', 'what a legal person is'],
    ['企业负责人 表示尽快整改', 'what somebody said'],
    ['2023-01-12 08:30:00', 'a moment'],
    ['订单编号 20230112138123456789', 'a longer number'],
    ['http://city.example/13812345678', 'an address of a page'],
    ['A13812345678', 'a code with a letter before'],
    ['我叫了三次都没人来', 'a word that is called'],
    ['我是高中生，想参加活动', 'what somebody is, that begins as a name does'],
    ['我是江苏人，来投资的', 'where somebody is from'],
    ['我是石梁县的商户', 'a business'],
    ['二〇二三年一三五七八九项', 'a row of numerals'],
    ['联系人方面没有答复', 'a word that begins as a name does'],
    ['市教育局办公室电话：2961234', 'the telephone of an office'],
    ['打12345热线没有人接', 'the hotline'],
    ['业主方只是配合', 'a party and not a name'],
    ['由董事长签字后生效', 'what somebody is'],
    ['需经常委会签字', 'a committee'],
    ['由任何一方签字', 'nobody in particular'],
    ['请郑重签字', 'how something is signed'],
    ['让顾客签字', 'whoever buys'],
    ['不是白纸签收', 'what is signed'],
    ['曾经签字，于昨日盖章', 'when something is signed'],
    ['由石料厂盖章', 'a works'],
    ['高兴就盖章', 'a mood'],
    ['业主签字', 'whoever signs, without a name'],
  ])('is not: %s, %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

test('the landline of an office is one like others where lines of offices are taken', () => {
  const text = '我厂办公室0374-2965123，咨询电话：2961234，服务费0374-2965123元';
  expect(findPersonal(text)).toEqual([]);
  expect(findPersonal(text, 'taken').map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['phone', '0374-2965123'],
    ['phone', '2961234'],
  ]);
});

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const digits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((d) => d.join(''));
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10).replaceAll('-', ''));
const identity = fc.tuple(fc.constantFrom('110101', '411002', '330106', '650104'), day, digits(3)).map((parts) => {
  const body = parts.join('');
  const sum = WEIGHTS.reduce((all, weight, n) => all + weight * Number(body[n]), 0);
  return body + '10X98765432'[sum % 11]!;
});
const card = digits(16).map((body) => {
  const head = `62${body}`;
  return [...'0123456789'].map((last) => head + last).find(isLuhn)!;
});
const mobile = fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(9)).map((parts) => parts.join(''));
const mail = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/u), fc.constantFrom('qq.com', 'mail.example.cn'))
  .map((p) => p.join('@'));
const piece = fc.oneof(
  identity.map((text) => ['id', text] as const),
  card.map((text) => ['card', text] as const),
  mobile.map((text) => ['phone', text] as const),
  mail.map((text) => ['email', text] as const),
);
/** Words between pieces: such that neither a number nor a name goes on in them. */
const words = fc.constantFrom('请回电，', '。另外，路灯坏了，', '；望尽快解决：', '（无人接听）', ' ');

describe('for all of them', () => {
  test('every one in a text is found, whole and where it stands, and nothing besides', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, piece), { maxLength: 8 }), words, (parts, end) => {
        const text = parts.map(([before, [, one]]) => before + one).join('') + end;
        expect(found(text)).toEqual(parts.map(([, [kind, one]]) => [kind, one]));
      }),
    );
  });

  test('another last sign makes it none', () => {
    fc.assert(
      fc.property(identity, fc.integer({ min: 1, max: 9 }), (right, n) => {
        const signs = '0123456789X';
        const last = signs[(signs.indexOf(right[17]!) + n) % 11]!;
        return isIdentityNumber(right) && !isIdentityNumber(right.slice(0, 17) + last);
      }),
    );
  });

  test('of any text the pieces stand in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const pieces = findPersonal(text);
        return pieces.every(({ start, end }, n) => start < end && end <= (pieces[n + 1]?.start ?? text.length));
      }),
    );
  });
});
