import { addDays, type Day } from '../../kernel/index.ts';

/** Natural days within which somebody who asks to be erased has an answer and its ground. */
const ANSWERED_WITHIN = 30;

/**
 * The day by which a request to be erased is decided, from the day on which it is made. 个人信息保护法 第五十条 wants such requests taken in and
 * a refusal explained, and sets no number of days; GB/T 35273-2020 8.7 has thirty days, which is taken here (ADR 587).
 */
export const decidedBy = (asked: Day): Day => addDays(asked, ANSWERED_WITHIN);
