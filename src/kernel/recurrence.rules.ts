import { addDays, dayNumber, isDay, monthEnd, weekday, type Day } from './day.ts';

/**
 * When something comes round again: the part of a recurrence rule (RRULE, RFC 5545, 3.3.10) that knows whole days and no hours. A rule is
 * a question about a day — is it one of these? — so that what was missed is found by asking again, and nothing is remembered.
 */
export type Recurrence = {
  readonly freq: (typeof FREQS)[number];
  readonly interval: number;
  /** `n`: the n-th of that weekday in the month, from its end where negative; 0: each. Weekdays count from 1, Monday. */
  readonly byDay: readonly { readonly n: number; readonly weekday: number }[];
  readonly byMonth: readonly number[];
  /** Negative ones count from the end of the month. */
  readonly byMonthDay: readonly number[];
  readonly count: number | null;
  readonly until: Day | null;
};

/** What keeps a text from being a rule: of which part, and what would be right. */
export type RecurrenceFault = {
  readonly fault: 'part' | 'twice' | 'value' | 'freq' | 'together';
  readonly params: Readonly<Record<string, string>>;
};

const FREQS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const PARTS: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'COUNT', 'UNTIL']);
const MOST = { INTERVAL: 999, COUNT: 9999, BYMONTH: 12, BYMONTHDAY: 31 } as const;

/**
 * Reads a rule such as `FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10;COUNT=8`. What lies outside the part that is known is refused and never
 * guessed: the fault names the part.
 */
export function readRecurrence(text: string): Recurrence | RecurrenceFault {
  const parts = new Map<string, string>();
  for (const each of text.split(';')) {
    const [name = '', value = '', ...more] = each.split('=');
    if (!PARTS.has(name)) return fault('part', name, { known: [...PARTS].join(' ') });
    if (parts.has(name)) return fault('twice', name);
    if (!value || more.length) return fault('value', name, { value });
    parts.set(name, value);
  }
  const freq = FREQS.find((one) => one === parts.get('FREQ'));
  if (!freq) return fault('freq', 'FREQ', { known: FREQS.join(' ') });
  for (const [name, value] of parts) if (!isValue(name, value)) return fault('value', name, { value });
  const list = (name: string): string[] => parts.get(name)?.split(',') ?? [];
  const rule: Recurrence = {
    freq,
    interval: Number(parts.get('INTERVAL') ?? 1),
    byDay: list('BYDAY').map((one) => ({
      n: Number(one.slice(0, -2) || 0),
      weekday: WEEKDAYS.indexOf(one.slice(-2)) + 1,
    })),
    byMonth: list('BYMONTH').map(Number),
    byMonthDay: list('BYMONTHDAY').map(Number),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: untilOf(parts.get('UNTIL')),
  };
  const wrong = notTogether(rule);
  return wrong ? fault('together', wrong) : rule;
}

const fault = (what: RecurrenceFault['fault'], part: string, more: Record<string, string> = {}): RecurrenceFault => ({
  fault: what,
  params: { part, ...more },
});

function isValue(name: string, value: string): boolean {
  switch (name) {
    case 'INTERVAL':
    case 'COUNT':
      return isWhole(value, MOST[name]);
    case 'BYMONTH':
      return value.split(',').every((one) => isWhole(one, MOST[name]));
    case 'BYMONTHDAY':
      return value.split(',').every((one) => isWhole(one.replace(/^-/u, ''), MOST[name]));
    case 'BYDAY':
      return value.split(',').every((one) => /^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/u.test(one));
    case 'UNTIL':
      return untilOf(value) !== null;
    default:
      return true;
  }
}

const isWhole = (text: string, most: number): boolean => /^[1-9]\d{0,3}$/u.test(text) && Number(text) <= most;

function untilOf(text: string | undefined): Day | null {
  const day = text?.replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3') ?? '';
  return isDay(day) ? day : null;
}

/** What the standard forbids to stand together, or gives a sense that hardly anybody who writes it means. */
function notTogether({ freq, byDay, byMonth, byMonthDay, count, until }: Recurrence): string | null {
  if (count !== null && until !== null) return 'COUNT UNTIL';
  if (freq === 'WEEKLY' && byMonthDay.length) return 'FREQ=WEEKLY BYMONTHDAY';
  if ((freq === 'DAILY' || freq === 'WEEKLY') && byDay.some(({ n }) => n !== 0)) return `FREQ=${freq} BYDAY`;
  if (freq === 'YEARLY' && byDay.length && !byMonth.length) return 'FREQ=YEARLY BYDAY';
  return null;
}

/**
 * The days of a rule that begins on `start`, in order; the start itself is one where it fits. Ends by the rule's own end, or after `last`.
 */
export function* occurrences(rule: Recurrence, start: Day, last: Day): Generator<Day, void> {
  const fits = fitting(rule, start);
  const end = rule.until !== null && rule.until < last ? rule.until : last;
  let found = 0;
  for (let day = start; day <= end && found !== rule.count; day = addDays(day, 1))
    if (fits(day)) {
      found++;
      yield day;
    }
}

/** Whether a day is one of the rule's, but for its end. What the rule leaves open the day that it begins on says. */
function fitting({ freq, interval, byDay, byMonth, byMonthDay }: Recurrence, start: Day): (day: Day) => boolean {
  const first = periodOf(freq, start);
  const open = !byDay.length && !byMonthDay.length;
  const dates = freq !== 'DAILY' && freq !== 'WEEKLY' && open ? [dateOf(start)] : byMonthDay;
  const days = freq === 'WEEKLY' && open ? [{ n: 0, weekday: weekday(start) }] : byDay;
  const months = freq === 'YEARLY' && open && !byMonth.length ? [monthOf(start)] : byMonth;
  return (day) =>
    (periodOf(freq, day) - first) % interval === 0 &&
    (!months.length || months.includes(monthOf(day))) &&
    (!dates.length || dates.some((date) => date === dateOf(day) || date === dateOf(day) - 1 - lengthOf(day))) &&
    (!days.length || days.some((one) => one.weekday === weekday(day) && isNth(one.n, day)));
}

const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8));
const lengthOf = (day: Day): number => dateOf(monthEnd(day));

/** Which of its weekday in the month a day is, from the beginning or from the end. */
const isNth = (n: number, day: Day): boolean =>
  n === 0 || (n > 0 ? Math.ceil(dateOf(day) / 7) === n : Math.ceil((lengthOf(day) - dateOf(day) + 1) / 7) === -n);

/** The number of the day, week, month or year that a day lies in. 1970-01-01 was a Thursday, and weeks begin on Monday. */
function periodOf(freq: Recurrence['freq'], day: Day): number {
  const year = Number(day.slice(0, 4));
  if (freq === 'YEARLY') return year;
  if (freq === 'MONTHLY') return year * 12 + monthOf(day);
  return freq === 'DAILY' ? dayNumber(day) : Math.floor((dayNumber(day) + 3) / 7);
}
