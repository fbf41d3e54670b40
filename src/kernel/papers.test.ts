import { describe, expect, test } from 'vitest';
import { findPersonal } from './personal.ts';

const found = (text: string): string[] =>
  findPersonal(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('a number that somebody is registered under', () => {
  test.each<[which: string, text: string, found: string[]]>([
    ['an identity number with one figure wrong', '身份证411002198001011234', ['id 411002198001011234']],
    ['the same, with nothing beside it', '411002198001011234，请核实', ['id 411002198001011234']],
    ['one figure short', '本人身份证号：41100219800101123', ['id 41100219800101123']],
    ['an old one of fifteen figures', '证件号码 411002800101123', ['id 411002800101123']],
    ['what it is said behind it', '411002800101123（身份证号）', ['id 411002800101123']],
    ['in groups', '身份证号 411002 19800101 1234', ['id 411002 19800101 1234']],
    ['a card with one figure wrong', '银行卡6222021234567890123', ['card 6222021234567890123']],
    ['the account of a firm at its bank', '工商银行账号1708021009200012345', ['card 1708021009200012345']],
    ['a short account that is called one', '收款账号：410212345678', ['card 410212345678']],
    ['of full width', '卡号６２２２０２１２３４５６７８９０１２３', ['card ６２２２０２１２３４５６７８９０１２３']],
    ['a passport', '护照E12345678', ['passport E12345678']],
    ['a passport by its form', '他用EA1234567登记', ['passport EA1234567']],
    ['a permit to travel', '港澳通行证 C12345678', ['passport C12345678']],
    ['a number plate', '车主豫K12345不挪车', ['plate 豫K12345']],
    ['a number plate of a car with a battery', '豫K·D12345闯红灯', ['plate 豫K·D12345']],
    ['a number plate in small letters', '豫k8a234堵门', ['plate 豫k8a234']],
    ['a number plate without its province', '车牌号K88A88', ['plate K88A88']],
    ['long figures that nothing names', '他给了我 4101052023000123456 就走了', ['number 4101052023000123456']],
  ])('is found: %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  test.each([
    ['a credit code', '914403001922038216'],
    ['the credit code of an institution', '统一社会信用代码 12410000415800000X'],
    ['an order', '订单编号 20230112138123456789'],
    ['a contract', '合同号4101052023000123456'],
    ['an invoice', '发票号码4100123456789012'],
    ['an amount', '补偿1234567890123456元，银行贷款410000000000元'],
    ['the number of a document', '豫政〔2023〕12345号'],
    ['a grade', '新A级景区，青A12标段'],
    ['a road that has a number', '川G318国道，豫S231省道'],
    ['the number of a project', '豫财A20230112号'],
  ])('is not: %s, %s', (_, text) => expect(found(text)).toEqual([]));
});
