import { describe, expect, test } from 'vitest';
import type { MatterView, StoryAct } from '../matters/contract.ts';
import { appealView, inFull } from './view.rules.ts';

// What one of several who raised the same matter reads of it, and what is said of it by the others.

const [ANNA, BEN, LEAD] = ['anna', 'ben', 'lead'];
const did = (kind: string, seat: string, given: object): StoryAct =>
  ({
    id: `${kind} ${seat}`,
    kind,
    seat,
    unit: seat === LEAD ? 'water' : null,
    at: '',
    given,
    effects: [{ do: 'stage' }],
  }) as unknown as StoryAct;
const story = [
  did('register', ANNA!, { text: '路断了', place: { text: '东门', longitude: 113.6, latitude: 33.9 } }),
  did('answer', LEAD!, { result: '已修通，有事打〔电话1〕' }),
  did('evaluate', ANNA!, { stars: 4, text: '修得不错' }),
  did('evaluate', BEN!, { stars: 2, text: '我家门口那段没修，我是三号院的' }),
];
const matter = (own: readonly StoryAct[]): MatterView =>
  ({
    row: {
      id: 'm',
      number: '诉求〔2026〕0001',
      text: '路断了',
      stage: 'done',
      phase: 'answered',
      lead: 'water',
      slip: null,
    },
    stages: [{ key: 'done', zh: '已答复', en: 'Answered' }],
    story: own,
    acts: [],
    helpers: [],
    way: [],
    files: [],
  }) as unknown as MatterView;
const joinedTo = (host: MatterView | undefined) => (host ? [{ into: 'm', from: '', until: null, host }] : []);
const seen = (seat: string, host?: MatterView) =>
  appealView(matter(seat === ANNA ? story : []), seat, () => '水务局', joinedTo(host)).said.map(
    ({ kind, text }) => `${kind} ${text}`,
  );

test('whoever raised it reads the answer and what they said themselves, and not what the others think of it', () => {
  expect(seen(ANNA!)).toEqual(['register ', 'answer 已修通，有事打〔电话1〕', 'evaluate 修得不错']);
});

test('whoever was joined to it reads the answer, and their own judgement of it', () => {
  expect(seen(BEN!, matter(story))).toEqual([
    'answer 已修通，有事打〔电话1〕',
    'evaluate 我家门口那段没修，我是三号院的',
  ]);
});

test('a mark is opened with the pieces of its own act and of no other', () => {
  const view = {
    ...appealView(matter(story), ANNA!, () => '水务局'),
    kind: { zh: '诉求', en: 'Appeal' },
    unnamed: false,
  };
  const piece = (act: string) => ({ act, mark: '〔电话1〕', text: '0374-2960001' });
  const read = (act: string) =>
    inFull(view, [story], [piece(act)], (text) => text.replace('〔电话1〕', '〔已隐去〕')).said[1]!.text;
  expect(read(`answer ${LEAD}`)).toBe('已修通，有事打0374-2960001');
  expect(read(`evaluate ${BEN}`)).toBe('已修通，有事打〔已隐去〕');
});

describe('a mark that a unit has written itself, as it read it', () => {
  const said = [
    did('register', ANNA!, { text: '我叫〔姓名1〕，电话〔电话2〕' }),
    did('promise', LEAD!, { text: '〔姓名1〕您好，三天内修通' }),
    did('propose', LEAD!, { result: '已修通，修理工〔电话2〕' }),
    did('answer', LEAD!, { result: '〔姓名1〕您好，已修通，有事打〔电话2〕' }),
  ];
  const read = (seat: string, more: readonly { act: string; mark: string; text: string }[], host?: MatterView) =>
    inFull(
      {
        ...appealView(matter(host ? [] : said), seat, () => '水务局', joinedTo(host)),
        kind: { zh: '诉求', en: 'Appeal' },
        unnamed: false,
      },
      host ? [[], said] : [said],
      more,
      (text) => text.replaceAll(/〔[^〕]*〕/gu, '〔…〕'),
    ).said.flatMap(({ mine, text }) => (mine ? [] : [text]));
  const [name, phone, fitter] = [
    { act: `register ${ANNA}`, mark: '〔姓名1〕', text: '石莲锦' },
    { act: `register ${ANNA}`, mark: '〔电话2〕', text: '13812345678' },
    { act: `propose ${LEAD}`, mark: '〔电话2〕', text: '13987654321' },
  ];

  test('is opened for whoever it was taken from, and that of the draft goes first', () => {
    expect(read(ANNA!, [name!, phone!, fitter!])).toEqual([
      '石莲锦您好，三天内修通',
      '石莲锦您好，已修通，有事打13987654321',
    ]);
  });

  test('stays hidden where it stood for two things, of which nobody knows which is meant', () => {
    const other = { act: `promise ${LEAD}`, mark: '〔姓名1〕', text: '王建国' };
    expect(read(ANNA!, [name!, other, fitter!])[1]).toBe('〔…〕您好，已修通，有事打13987654321');
  });

  test('is not taken for the reader’s own, which has the same number in another matter', () => {
    const own = { act: `register ${BEN}`, mark: '〔姓名1〕', text: '陈晓明' };
    expect(read(BEN!, [own], matter(said))).toEqual(['〔…〕您好，三天内修通', '〔…〕您好，已修通，有事打〔…〕']);
  });
});

test('a place is read in words, and as it was pointed at', () => {
  expect(appealView(matter(story), ANNA!, () => '')).toMatchObject({
    place: '东门',
    point: { longitude: 113.6, latitude: 33.9 },
  });
  expect(appealView(matter([]), ANNA!, () => '')).toMatchObject({ place: null, point: null });
});

test('the files of the draft that was answered by go along with the answer, and of no other draft', () => {
  const act = (id: string, kind: string, effects: string[]) => ({
    ...did(kind, LEAD!, {}),
    id,
    effects: effects.map((one) => ({ do: one })),
  });
  const drafted = [
    act('first', 'propose', ['stage', 'draft']),
    act('back', 'return', ['undraft']),
    act('second', 'propose', ['stage', 'draft']),
    act('third', 'propose', ['draft']),
    act('report', 'report', []),
    act('given', 'answer', ['answered', 'stage']),
    act('later', 'propose', ['stage', 'draft']),
  ] as unknown as StoryAct[];
  const files = drafted.map(({ id }) => ({ id: `file of ${id}`, act: id }));
  const view = appealView({ ...matter(drafted), files } as unknown as MatterView, ANNA!, () => '水务局');
  expect(view.files.map(({ id, act: of, mine }) => [id, of, mine])).toEqual([
    ['file of third', 'given', false],
    ['file of given', 'given', false],
  ]);
});
