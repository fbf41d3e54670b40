import { describe, expect, test } from 'vitest';
import { placesOf, tellsAlone, withoutAreaCode } from './known-pieces.ts';

const found = (text: string, piece: string) => placesOf(text, piece).map(([start, end]) => text.slice(start, end));

describe('what is known is found again', () => {
  test.each([
    ['a name in passing', '王建国说已修好', '王建国', ['王建国']],
    ['a name of a form, without its gaps', '付小红两次来电', '付 小 红', ['付小红']],
    ['a name with gaps', '与付 小红核对', '付小红', ['付 小红']],
    ['a landline as people type it', '请拨（0374）2965 123', '03742965123', ['0374）2965 123']],
    ['the same as it is kept', '0374-2965123', '03742965123', ['0374-2965123']],
    ['an address', '见 li+m@example.com。', 'li+m@example.com', ['li+m@example.com']],
    ['a number within a longer one', '订单 20374296512399', '03742965123', []],
    ['a number within a code', 'A03742965123', '03742965123', []],
    ['a street that is called so', '常青路积水，在常青小区门口', '常青', []],
    ['whoever walks on a street', '常青路过时摔倒，常青说', '常青', ['常青', '常青']],
    ['a name of three before a lamp', '王建国路灯', '王建国', ['王建国']],
    ['a hotel that begins so', '王建国际酒店', '王建国', []],
    ['nothing', '王建国', ' ', []],
  ])('%s', (_, text, piece, expected) => {
    expect(found(text, piece)).toEqual(expected);
  });
});

test.each([
  ['王建国', true],
  ['付 小 红', true],
  ['李明', true],
  ['张某某', false],
  ['高兴', false],
  ['110', false],
  ['03742965123', true],
])('%s tells alone: %s', (piece, expected) => expect(tellsAlone(piece)).toBe(expected));

test.each([
  ['0374-2965123', ['2965123']],
  ['(010) 62345678', ['62345678']],
  ['2965123', []],
  ['13812345678', []],
  ['王建国', []],
])('%s without its area code: %j', (piece, local) => expect(withoutAreaCode(piece)).toEqual(local));
