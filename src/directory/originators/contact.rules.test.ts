import { describe, expect, test } from 'vitest';
import { contactIn, contactOf, masked, takesMessages } from './contact.rules.ts';
import { numberKeyOf, passCode, passCodeOf } from './pass.rules.ts';

describe('a contact as people type it', () => {
  test.each([
    ['138 1234 5678', '13812345678', '138****5678', true, 'a mobile number with spaces'],
    ['+86-138-1234-5678', '13812345678', '138****5678', true, 'from abroad'],
    ['１３８１２３４５６７８', '13812345678', '138****5678', true, 'full-width'],
    ['0374-2965123', '03742965123', '****5123', false, 'a landline takes no message'],
    ['(0374)2965123', '03742965123', '****5123', false, 'the same otherwise'],
    ['Lin@Lianjin.Example', 'lin@lianjin.example', 'l***@lianjin.example', true, 'an address'],
  ])('%s is %s, shown as %s', (typed, text, shown, takes) => {
    const contact = contactOf(typed)!;
    expect([contact.text, masked(contact), takesMessages(contact)]).toEqual([text, shown, takes]);
  });

  test.each([
    ['12345678901', 'no network begins with 12'],
    ['1381234567', 'one figure is lacking'],
    ['110', 'not a number of one’s own'],
    ['lin@', 'no domain'],
    ['a@b.example,c@d.example', 'two at once would send a code to the second'],
    ['lin\r\nBcc: x@y.example', 'a line of a mail’s head'],
    ['', 'nothing'],
  ])('%j is none: %s', (typed) => {
    expect(contactOf(typed)).toBeNull();
  });
});

describe('a contact within what somebody says', () => {
  test.each<[words: string, contact: string | null, sentence: string]>([
    ['厂区停水三天，电话 138 1234 5678。', '13812345678', 'a mobile number'],
    ['请打０３７４－２９６５１２３', '03742965123', 'a landline, full-width'],
    ['发到 Lin@Lianjin.Example，谢谢', 'lin@lianjin.example', 'an address'],
    ['13812345678，就是 138-1234-5678', '13812345678', 'the same twice'],
    ['13812345678 或 13987654321', null, 'two: nobody knows which'],
    ['订单 2013812345678901', null, 'a longer number'],
    ['身份证 411002198807154032', null, 'an identity number'],
    ['补偿 400 元', null, 'none'],
  ])('%s: %s, %s', (words, text, _) => expect(contactIn(words)?.text ?? null).toBe(text));

  test('beside a landline the only one that takes messages, where such a one is wanted', () => {
    const words = '办公室 0374-2965123，手机 13812345678';
    expect(contactIn(words)).toBeNull();
    expect(contactIn(words, takesMessages)?.text).toBe('13812345678');
  });
});

describe('what an appeal is followed by', () => {
  test.each([
    ['诉求〔2026〕0012', '2026-12', 'as it is shown'],
    ['(2026)12', '2026-12', 'as it is typed'],
    ['诉求[2026] 012 号', '2026-12', 'as it is read out'],
    ['交办〔2026〕3-07', '2026-3-7', 'of a meeting'],
  ])('the number %s is known by %s: %s', (typed, key) => {
    expect(numberKeyOf(typed)).toBe(key);
  });

  test('a code has ten signs that look like no other, each as likely, and may be typed with spaces and small', () => {
    let n = 0;
    const codes = Array.from({ length: 200 }, () =>
      passCode((bytes) => Uint8Array.from({ length: bytes }, () => n++ % 256)),
    );
    expect(codes.every((code) => /^[34679ACDEFGHJKMNPQRTUVWXY]{10}$/u.test(code))).toBe(true);
    const counts = [...Map.groupBy(codes.join(''), (sign) => sign).values()].map((signs) => signs.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThan(10);
    expect(passCodeOf(' acdef-ghjk7 ')).toBe('ACDEFGHJK7');
  });
});
