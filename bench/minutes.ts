import { nationalCalendar } from '../src/kernel/index.ts';
import { read } from '../src/intake/minutes/read.rules.ts';
import type { Row } from './row.ts';

const LEADS = ['市水务局', '市住房城乡建设局', '市发展改革委', '市教育局', '市生态环境局', '市交通运输局'];
const WORKS = ['整修干渠', '改造老旧管网', '新建口袋公园', '加装电梯', '更新公交车', '清淤河道'];
const ROUNDS = 7;
const TASKS = 5000;

/** A plan of `n` tasks in the manner of real ones: about 270 characters to a task, as real plans have. */
function plan(n: number): string {
  const chapters = [
    '青禾市民生工程实施方案',
    '为办好民生实事，结合本市实际，制定本方案。',
    '一、总体要求',
    '坚持量力而行、尽力而为，全年任务于11月底前基本完成。',
  ];
  for (let i = 0; i < n; i++) {
    const work = WORKS[i % WORKS.length]!;
    if (i % 20 === 0) chapters.push(`${'二三四五六七八九'[(i / 20) % 8]}、抓好第${i / 20 + 1}批重点任务`);
    chapters.push(
      `${(i % 20) + 1}.${work}工程。摸清底数，建立台账，${work}${100 + i}处，总投资${(i % 9) + 1}.5亿元，${(i % 9) + 3}月底前完成前期工作，年底前投入使用，群众满意度达到9${i % 10}%以上。` +
        '坚持先急后缓、分类实施，优先安排基础薄弱的乡镇和街道，同步完善日常管护制度，明确管护主体、标准和经费来源，做到建成一处、移交一处、见效一处。' +
        '加强质量安全监管，严格材料进场检验和隐蔽工程验收，定期公开进展，主动接受群众监督，及时回应合理诉求，确保工程经得起检验。' +
        `（${LEADS[i % 6]}牵头，${LEADS[(i + 1) % 6]}、${LEADS[(i + 2) % 6]}等部门，各县（市、区）政府负责）`,
    );
  }
  return chapters.join('\n');
}

/** How many characters of minutes are read in a second: the fastest of several rounds over one text, the
 * one least disturbed by whatever else the machine does. */
export async function bench(): Promise<Row[]> {
  const text = plan(TASKS);
  const speeds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const items = read(text, { date: '2024-03-13', calendar: nationalCalendar }).articles[0]!.items.length;
    if (items !== TASKS) throw new Error(`the reader found ${items} of ${TASKS} tasks`);
    speeds.push((text.length * 1000) / (performance.now() - start));
  }
  const best = Math.max(...speeds);
  return [
    {
      what: 'minutes reader',
      measured: best,
      unit: 'characters/s',
      aim: { bound: 'at least', value: 1_000_000, of: 'figure' },
      note: `${text.length} characters, ${TASKS} tasks`,
    },
  ];
}
