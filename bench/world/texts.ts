import { TASKS } from '../../src/app/demo/tasks.ts';
import { chance } from './chance.ts';

/** What a matter says: the demo's tasks, at places and with amounts of their own. */
export type Text = { readonly area: string; readonly text: string };

const ROADS = '莲清石湖云松柳桂泉岭塘桥溪麦棠枫榆槐梅兰竹菊茶杉柏桑荷菱芦苇';
const KINDS = ['路', '街', '社区', '村', '大道', '小区', '产业园', '渠', '桥', '学校'];
const ENDINGS = [
  '，月底前报送进展',
  '，明确责任人和完成时限',
  '，逐项销号',
  '，形成长效机制',
  '，每周报告一次',
  '，确保年底前见效',
];

/** Some thousand texts; words of a task stand in every thirtieth, names of places in few or one. */
export function texts(count: number): Text[] {
  const c = chance(7);
  const name = (): string => {
    // Squared, so that some places are named often and most hardly ever.
    const at = () => ROADS[Math.floor(c.next() ** 2 * ROADS.length)]!;
    return `${at()}${at()}${c.pick(KINDS)}`;
  };
  return Array.from({ length: count }, (_, i) => {
    const task = TASKS[i % TASKS.length]!;
    const amount = c.below(4) === 0 ? `，涉及 ${1 + c.below(900)} 处` : '';
    return { area: task.area, text: `${name()}：${task.text}${amount}${c.pick(ENDINGS)}` };
  });
}
