const PLURALS = { zh: new Intl.PluralRules('zh'), en: new Intl.PluralRules('en') };
const PLACE = /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/gu;

/**
 * A sentence with its placeholders filled. `{name}` becomes the value; of several values the language's comma goes between.
 * `{n:# matter|# matters}` becomes the first form where the language counts the number as one, else the second, `#` being
 * the number. A value that is `{ zh, en }` is said in the language; a placeholder without a value stays visible.
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
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const named = value as Record<string, unknown> | null | undefined;
  return typeof named?.[language] === 'string' ? named[language] : undefined;
}
