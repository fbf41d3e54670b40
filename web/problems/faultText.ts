import { ApiProblem } from '../api.ts';
import type { Translate } from '../i18n/language.tsx';

/** What went wrong in one or two sentences, with the number to quote where there is one. */
export function faultText(t: Translate, error: unknown): string {
  if (!(error instanceof ApiProblem))
    return t('web.fault.here', { detail: error instanceof Error ? error.message : String(error) });
  const { detail, title, code, params, instance, status, errors } = error.problem;
  if (code.startsWith('web.')) return t(code);
  const details = new Set(errors?.map((one) => one.detail));
  // What is wrong stands with the single parts; the whole only says that something is.
  if (code === 'http.input' && details.size > 0) return [...details].join(' ');
  const sentence = detail || t(code, params) || title;
  return status >= 500 && instance ? `${sentence} ${t('web.fault.quote', { number: instance })}` : sentence;
}
