/** Invented sayings of three categories that are told apart by their words, with the code of each. */
export const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  '01': ['路灯不亮，夜里漆黑一片', '灯杆被撞歪，灯泡坏了很久', '路灯时亮时灭'],
  '02': ['工地夜间施工噪音扰民', '机器轰鸣，整夜睡不着', '喇叭声太大，噪音不断'],
  '03': ['老板拖欠工资三个月', '讨薪无门，包工头跑了', '没发工钱，工资被拖欠'],
};
const PLACES = ['东街', '西街', '文峰路', '建安大道', '小区门口', '菜市场', '学校后门', '河堤上'];

/** The `n`-th invented text of a category: two of its sayings, in a place that tells nothing. */
export function saidOf(code: string, n: number): string {
  const sayings = SAYINGS[code]!;
  const second = sayings[(n + 1 + Math.floor(n / 3)) % sayings.length];
  return `${PLACES[n % PLACES.length]}${n + 1}号：${sayings[n % sayings.length]}，${second}，请尽快处理。`;
}
