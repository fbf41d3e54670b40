const PLURALS = { zh: new Intl.PluralRules('zh'), en: new Intl.PluralRules('en') };
const PLACE = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/gu;

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/u;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** China's clocks stand at +08:00 all year. */
const AHEAD_MS = 8 * 3_600_000;

/**
 * A sentence with its placeholders filled. `{name}` becomes the value; of several values the language's comma goes between.
 * `{n:# matter|# matters}` becomes the first form where the language counts the number as one, else the second, `#` being
 * the number. A day (2026-03-13) and an instant are said as people write them, the instant in the city's time. A value that is `{ zh, en }` is said in the language; a placeholder without a value stays visible.
 */
export function fill(sentence: string, language: 'zh' | 'en', params: Readonly<Record<string, unknown>> = {}): string {
  return sentence.replace(PLACE, (whole, name: string, one?: string, other?: string) => {
    const value = Object.hasOwn(params, name) ? worded(language, params[name]) : undefined;
    if (value === undefined || other === undefined) return value ?? whole;
    const form = PLURALS[language].select(Number(value)) === 'one' ? one! : other;
    return form.replaceAll('#', () => value);
  });
}

function worded(language: 'zh' | 'en', value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const words = value.map((one) => worded(language, one));
    return words.join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'string') return dated(language, value);
  if (typeof value === 'number') return String(value);
  const named = value as Record<string, unknown> | null | undefined;
  return typeof named?.[language] === 'string' ? named[language] : undefined;
}

function dated(language: 'zh' | 'en', text: string): string {
  if (INSTANT.test(text)) {
    const there = new Date(Date.parse(text) + AHEAD_MS).toISOString();
    return `${dated(language, there.slice(0, 10))} ${there.slice(11, 16)}`;
  }
  const [, year, month, day] = DAY.exec(text) ?? [];
  // A day that there is not is quoted as somebody wrote it.
  if (!year || Number.isNaN(Date.parse(text)) || new Date(text).getUTCDate() !== Number(day)) return text;
  return language === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
