import { publishScheme } from '../../../directory/index.ts';
import { addWorkdays, dayOf, nationalCalendar, uuidv7, type Day, type Uuid } from '../../../kernel/index.ts';
import { bringLives, type LivedStep } from '../../../matters/index.ts';
import { keepFile, type FileStore } from '../../../platform/files/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import { transact, type Pool } from '../../../platform/postgres/index.ts';
import { workHour } from '../calendar.ts';
import { CITY } from '../city.ts';
import type { Station } from './stations.ts';

/** The demo's year of disputes: so many taken on, so many settled, so much at stake in all (1.3 billion yuan, in fen). */
const CASES = 1585;
const SETTLED = 1238;
const AT_STAKE = 130_000_000_000;
const FIRST: Day = '2023-03-01';
/** Working days from the first on which one is taken in to the last: to the middle of December. */
const WORKDAYS = 195;

const SUBJECTS = [
  ['01', '买卖合同', '拖欠货款，双方对数量和扣款各执一词'],
  ['02', '建设工程', '工程款结算有争议，质保金没有退'],
  ['03', '民间借贷和融资', '借款到期没有还清，利息算法有争议'],
  ['04', '劳动争议', '工资和加班费有争议'],
  ['05', '租赁', '厂房租金和提前退租的违约金有争议'],
  ['06', '物业服务', '物业费和服务质量有争议'],
  ['07', '股权', '股东退出，股权作价有争议'],
  ['08', '运输和仓储', '货损赔偿有争议'],
] as const;
/** Sums in thousands of yuan as they come in turn; scaled so that the year adds up. */
const SUMS = [60, 140, 300, 90, 1200, 45, 520, 2600, 180, 750, 30, 4200, 240] as const;
const WORDS = ['锦泰', '瑞和', '同盛', '广益', '恒远', '立诚', '兴禾', '永嘉', '正德', '中博', '海纳', '百川'];
const TRADES = ['食品', '建材', '物流', '机械', '纺织', '商贸', '科技', '装饰', '农业', '电子', '包装'];

type Stage = {
  pool: Pool;
  files: FileStore;
  office: Caller;
  stations: readonly Station[];
  enterprises: readonly Uuid[];
};

/** Publishes the subjects of disputes and lives through their year, by the rules that people's acts go by. */
export async function bringDisputes(stage: Stage, begun: Date, now: Date): Promise<void> {
  const system = { city: CITY, system: true } as const;
  const { pool, files, office } = stage;
  const categories = SUBJECTS.map(([code, zh]) => ({ code, parent: null, zh, en: null, retired: false }));
  const name = { zh: '涉企纠纷事由', en: 'Subjects of disputes' };
  const scheme = { id: uuidv7(begun), key: 'disputes', name, categories, seen: 0 };
  await transact(pool, system, (tx) => publishScheme(tx, system, scheme, begun));
  const bytes = Buffer.from('\uFEFF调解协议书（样张）\n\n（演示数据，人名、企业均为虚构）\n');
  const file = await keepFile({ pool, files }, office, { name: '调解协议书.txt', bytes }, begun);
  const amounts = amountsOf();
  const lives = Array.from({ length: CASES }, (_, i) => lifeOf(stage, i, amounts[i]!, file.id));
  lives.sort((a, b) => a[0]!.at.getTime() - b[0]!.at.getTime());
  await transact(pool, system, (tx) => bringLives(tx, system, 'dispute', lives, now));
}

/** Sums that add up to the whole to the last fen. */
function amountsOf(): number[] {
  const weights = Array.from({ length: CASES }, (_, i) => SUMS[(i * 5) % SUMS.length]! * (80 + ((i * 37) % 41)));
  const whole = weights.reduce((sum, one) => sum + one, 0);
  const amounts = weights.map((one) => Math.floor((one / whole) * (AT_STAKE / 10_000)) * 10_000);
  amounts[0]! += AT_STAKE - amounts.reduce((sum, one) => sum + one, 0);
  return amounts;
}

const companyOf = (n: number): string => `莲城市${WORDS[n % WORDS.length]}${TRADES[(n * 3) % TRADES.length]}有限公司`;

function lifeOf({ office, stations, enterprises }: Stage, i: number, amount: number, file: Uuid): LivedStep[] {
  // Everybody of every station in turn.
  const everybody = stations.flatMap(({ staff }) => staff);
  const mediator = everybody[(i * 61) % everybody.length]!;
  const day = addWorkdays(nationalCalendar, FIRST, 1 + ((i * 17) % WORKDAYS));
  const [code, , text] = SUBJECTS[(i * 7) % SUBJECTS.length]!;
  const steps: LivedStep[] = [];
  const on = (workdays: number, hour: number, minute = i % 50): Date => workHour(day, workdays, hour, minute);
  const does = (
    caller: Caller,
    kind: LivedStep['kind'],
    given: Record<string, unknown>,
    at: Date,
    name?: string,
  ): void => {
    steps.push({ id: uuidv7(at), caller, kind, given, at, ...(name ? { name } : {}) });
  };
  const known = i % 4 === 0;
  const [claimant, other] = [companyOf(i), companyOf(i * 2 + 5)];
  // Nobody is in dispute with themselves.
  const respondent = other === claimant ? companyOf(i * 2 + 6) : other;
  const parties = [
    {
      side: 'claimant',
      kind: 'enterprise',
      name: claimant,
      ...(known ? { enterprise: enterprises[(i / 4) % enterprises.length] } : {}),
    },
    { side: 'respondent', kind: 'enterprise', name: respondent },
  ];
  const channel = i % 9 === 0 ? 'court' : i % 5 === 0 ? 'chamber' : 'station';
  does(office, 'register', { text: `${text}，申请调解`, channel, parties, amount }, on(0, 9));
  does(office, 'classify', { category: code }, on(0, 10));
  does(office, 'assign', { lead: mediator.unit, co: [] }, on(0, 11));
  does(mediator, 'accept', {}, on(0, 14));
  does(mediator, 'appoint', { seat: mediator.seat, impartial: true }, on(0, 15), mediator.name);
  // A number that takes every value below the whole once: exactly so many are settled, spread over the year.
  const turn = (i * SETTLED) % CASES;
  const met = 1 + (i % 9);
  if (turn >= SETTLED && turn % 4 === 0) {
    does(mediator, 'drop', { reason: '双方自行协商' }, on(met, 10));
    return steps;
  }
  const heldOn = dayOf(on(met, 9));
  const place = '调解室';
  does(
    mediator,
    'meet',
    { heldOn, from: '09:30', lasted: 60 + (i % 4) * 30, place, came: [1, 2], text: '核对账目，听取双方意见' },
    on(met, 12),
  );
  if (turn >= SETTLED) {
    if (turn % 4 === 1)
      does(
        mediator,
        'refer',
        { where: i % 3 ? 'court' : 'arbitration', body: i % 3 ? '东湖区人民法院' : '莲城仲裁委员会' },
        on(met + 1, 10),
      );
    else does(mediator, 'fail', { reason: '双方差距过大' }, on(met + 1, 10));
    return steps;
  }
  agree({ does, on, mediator }, i, { amount, met, file });
  return steps;
}

type Playing = {
  does: (caller: Caller, kind: LivedStep['kind'], given: Record<string, unknown>, at: Date) => void;
  on: (workdays: number, hour: number) => Date;
  mediator: Caller;
};

/** An agreement in one part or two, which nearly all keep to. */
function agree(
  { does, on, mediator }: Playing,
  i: number,
  { amount, met, file }: { amount: number; met: number; file: Uuid },
) {
  const dues = i % 3 ? [met + 6] : [met + 4, met + 12];
  const share = Math.floor(amount / dues.length);
  const obligations = dues.map((workdays, k) => ({
    party: 2,
    text: dues.length === 1 ? '一次付清' : `第${k + 1}期款项`,
    amount: k === 0 ? amount - share * (dues.length - 1) : share,
    due: dayOf(on(workdays, 9)),
  }));
  const given = {
    text: '双方确认欠款金额，按期支付',
    signedOn: dayOf(on(met, 9)),
    signed: [1, 2],
    obligations,
    files: [file],
  };
  does(mediator, 'settle', given, on(met, 16));
  if (i % 11 === 0)
    does(mediator, 'confirm', { court: '东湖区人民法院', appliedOn: dayOf(on(met + 2, 9)) }, on(met + 2, 15));
  for (const [k, workdays] of dues.entries()) {
    const broken = i % 37 === 5 && k === dues.length - 1;
    if (broken) does(mediator, 'breach', { obligation: k + 1, reason: '到期没有付款' }, on(workdays + 1, 10));
    else does(mediator, 'keep', { obligation: k + 1 }, on(workdays, 15));
  }
  does(mediator, 'close', {}, on(dues.at(-1)! + 2, 10));
}
