import { changeCircle, openOriginator, originatorCaller } from '../../../directory/index.ts';
import { dayOf, uuidv7, type Uuid } from '../../../kernel/index.ts';
import { act, registerByHand } from '../../../matters/index.ts';
import type { ActKind } from '../../../mechanism/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workdayBefore, workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { Discipline } from './people.ts';

type Stage = { readonly pool: Pool; readonly administrator: Caller; readonly discipline: Discipline };
/** By whom, what, what is given, on which working day after it was raised and at which hour. */
type Step = readonly [who: 'chief' | 'clerk' | 'reporter', ActKind, Record<string, string>, on: number, hour: number];
/** `since`: working days back from today to the day on which it was raised; `special`: the clerk came upon it. */
type Clue = { readonly text: string; readonly since: number; readonly special?: true; readonly steps: readonly Step[] };

/** Invented, and of nobody: in every stage that a clue can be in. */
const CLUES: readonly Clue[] = [
  {
    text: '某工程科在验收时向施工企业暗示要“辛苦费”，不给就拖着不签字。去年十月以来至少三次。',
    since: 58,
    steps: [
      ['chief', 'accept', {}, 1, 9],
      ['chief', 'inquire', { text: '三次分别在哪几个项目上？有没有别的企业也遇到过？' }, 2, 10],
      ['reporter', 'reply', { text: '两次在河堤绿化，一次在停车场。同去验收的监理也听见了。' }, 4, 21],
      ['clerk', 'note', { text: '已调阅三个项目的验收记录，签字日期均晚于规定 20 天以上。' }, 12, 16],
      ['chief', 'answer', { result: '经核查反映属实，当事人已按程序处理，验收改为三人签字并限时办结。' }, 25, 15],
      ['chief', 'close', {}, 28, 10],
    ],
  },
  {
    text: '窗口工作人员把企业介绍到指定的中介，说自己跑办不成。',
    since: 34,
    steps: [
      ['clerk', 'accept', {}, 2, 9],
      ['clerk', 'note', { text: '抽查三十份受理材料，十七份出自同一家中介。' }, 9, 11],
      ['clerk', 'answer', { result: '已查实存在违规引荐，涉及人员调离窗口，中介清单改为公开可选。' }, 22, 16],
    ],
  },
  {
    text: '有人借检查名义到餐饮店吃饭不给钱，说月底一起结，一直没有结。',
    since: 12,
    steps: [
      ['chief', 'accept', {}, 1, 14],
      ['chief', 'inquire', { text: '大约是哪几天？店里有没有记账？' }, 3, 9],
    ],
  },
  {
    text: '园区一处厂房的租金减免，名单里有两家没有营业的公司。',
    since: 8,
    steps: [
      ['clerk', 'accept', {}, 1, 10],
      ['chief', 'inquire', { text: '怎么知道这两家没有营业？' }, 2, 9],
      ['reporter', 'reply', { text: '门一直锁着，电表半年没有动过，门卫可以证明。' }, 3, 20],
    ],
  },
  { text: '评标前一晚有投标企业请评委吃饭，地点在城东的农家院。', since: 2, steps: [] },
  {
    text: '专项检查发现：惠企资金从到账到拨付平均 47 天，三个环节没有时限，存在截留嫌疑。',
    since: 6,
    special: true,
    steps: [
      ['clerk', 'accept', {}, 1, 9],
      ['clerk', 'list', { title: '惠企资金拨付“中梗阻”', until: '{due}' }, 2, 15],
      ['clerk', 'raise', { seat: '{chief}', reason: '涉及三个环节、两个部门，需要统一调度' }, 2, 16],
      ['clerk', 'note', { text: '已列出 12 笔超过 60 天的拨付，正逐笔核对审批单。' }, 3, 17],
    ],
  },
];

/** Names the seats that read clues, and plays some of them, each raised without a name; the same days give the same clues. */
export async function playClues({ pool, administrator, discipline }: Stage, begun: Date, now: Date): Promise<void> {
  const { chief, clerk } = discipline;
  const names = (by: Caller, kind: 'open-circle' | 'name-seat', { seat }: Caller) =>
    transact(pool, by, (tx) => changeCircle(tx, by, 'clue', { id: uuidv7(begun), kind, given: { seat } }, begun));
  await names(administrator, 'open-circle', chief);
  await names(chief, 'name-seat', clerk);
  for (const [i, clue] of CLUES.entries()) {
    let day = dayOf(now);
    for (let n = 0; n < clue.since; n++) day = workdayBefore(day);
    const at = workHour(day, 0, 8, 7 * i + 3);
    const id = uuidv7(at);
    const reporter = clue.special ? clerk : await tell(pool, id, clue.text, at);
    if (clue.special) {
      const given = { text: clue.text, channel: 'special' };
      await transact(pool, clerk, (tx) => registerByHand(tx, clerk, { id, mechanism: 'clue', given }, at));
    }
    for (const [who, kind, given, on, hour] of clue.steps) {
      const when = workHour(day, on, hour, 5 * i);
      if (when > now) continue;
      const filled = JSON.parse(
        JSON.stringify(given)
          .replaceAll('{due}', dayOf(workHour(day, 20, 9)))
          .replaceAll('{chief}', chief.seat),
      ) as Record<string, string>;
      const request = { id: uuidv7(when), kind, given: filled };
      await act(pool, who === 'reporter' ? reporter : discipline[who], id, request, when);
    }
  }
}

/** Somebody who leaves neither a name nor a number. */
async function tell(pool: Pool, id: Uuid, text: string, at: Date): Promise<Caller> {
  const system = { city: CITY, system: true } as const;
  const reporter = originatorCaller(CITY, uuidv7(at), '');
  const given = { text, channel: 'web', unnamed: true };
  await transact(pool, system, async (tx) => {
    await openOriginator(tx, system, { id: reporter.seat, kind: 'unknown', enterprise: null, proven: false }, at);
    await registerByHand(tx, reporter, { id, mechanism: 'clue', given }, at);
  });
  return reporter;
}
