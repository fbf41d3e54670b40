import { describe, expect, test } from 'vitest';
import { askedAt, piecesOf, standing, withName } from './mention.ts';

const seat = (id: string, name: string) => ({ seat: id, name, unit: null, title: '' });

describe('a name being typed after an @', () => {
  test.each<[sentence: string, text: string, q: string | null]>([
    ['right after the @ nobody is named yet: all are offered', '请 @', ''],
    ['letters and characters', '请@ly', 'ly'],
    ['in the middle of Chinese words', '已与@林一', '林一'],
    ['after a blank it is a sentence again', '@林一帆 请', null],
    ['after a comma too', '@林一帆，请', null],
    ['a mail address calls nobody', 'a@lc.gov', null],
    ['no name is so long', `@${'一'.repeat(13)}`, null],
    ['without an @ nobody is meant', '请看', null],
  ])('%s', (_, text, q) => expect(askedAt(text, text.length)?.q ?? null).toBe(q));

  test('gives way to the name, with the caret behind it', () => {
    const text = '请 @ly 看一下';
    const named = withName(text, askedAt(text, 5)!, '林一帆');
    expect(named).toEqual({ text: '请 @林一帆 看一下', caret: 7 });
  });
});

describe('who is called', () => {
  const [ming, liang, other] = [seat('1', '李明'), seat('2', '李明亮'), seat('3', '李明')];
  test.each<[sentence: string, chosen: (typeof ming)[], text: string, seats: string[]]>([
    ['whoever’s name still stands there', [ming, liang], '@李明 请看', ['1']],
    ['of two names the longer is meant', [ming, liang], '@李明亮 请看', ['2']],
    ['nobody once the name is gone', [ming], '请看', []],
    ['of two who are called alike the last chosen, where one is called', [ming, other], '@李明 请看', ['3']],
    ['and both where both are', [ming, other], '@李明 @李明 请看', ['1', '3']],
    ['each once', [ming, ming], '@李明 @李明', ['1']],
  ])('%s', (_, chosen, text, seats) => expect(standing(chosen, text).map((one) => one.seat)).toEqual(seats));

  test('a name is no pattern', () => {
    expect(piecesOf('@A.B 和 @AxB', ['A.B']).map(({ name }) => name)).toEqual(['A.B', undefined]);
  });

  test('stands out of the text', () => {
    expect(piecesOf('请@李明 与@李明亮看', ['李明', '李明亮'])).toEqual([
      { text: '请' },
      { text: '@李明', name: '李明' },
      { text: ' 与' },
      { text: '@李明亮', name: '李明亮' },
      { text: '看' },
    ]);
  });
});
