import type { DebarmentShown } from '../../../src/debarments/contract.ts';
import type { Translate } from '../../i18n/language.tsx';

/** An extract of one entry, as lines to be printed or sent on: what was decided, and for what the extract was taken. */
export function extractOf(
  t: Translate,
  date: (day: string) => string,
  { row, told }: Pick<DebarmentShown, 'row' | 'told'>,
  taken: { at: string; purpose: string },
): string {
  const lines: [string, string][] = [
    [t('debarments.name'), told.name],
    [t(`debarments.code.${row.kind}`), told.code],
    [t('debarments.decision-body'), told.decision.body],
    [t('debarments.decision-number'), told.decision.number],
    [t('debarments.decided-on'), date(row.decidedOn)],
    [t('debarments.from'), date(row.from)],
    [t('debarments.until'), date(row.until)],
    [t('debarments.outcome'), t(`debarments.stage.${row.stage}`)],
  ];
  const body = lines.map(([name, value]) => `${name}  ${value}`);
  return [t('debarments.extract.title'), '', ...body, '', t('debarments.extract.made', taken), ''].join('\r\n');
}
