import type { DebarmentShown } from '../../../src/debarments/contract.ts';
import type { Translate } from '../../i18n/language.tsx';
import { serviceTexts, stageText } from './stepText.ts';

const line = (name: string, value: string): [string, string] => [name, value];

/**
 * An extract of one entry, as lines to be printed or sent on: what was decided, how that came about and when it was served, how it stands on the day on which it is taken,
 * whether it is contested or was taken back, and for what the extract was taken.
 */
export function extractOf(
  t: Translate,
  date: (day: string) => string,
  { row, told }: Pick<DebarmentShown, 'row' | 'told'>,
  taken: { day: string; at: string; purpose: string },
): string {
  const lines: [string, string][] = [
    [t('debarments.name'), told.name],
    [t(`debarments.code.${row.kind}`), told.code],
    [t('debarments.decision-body'), told.decision.body],
    [t('debarments.decision-number'), told.decision.number],
    [t('debarments.noticed-on'), date(row.noticedOn)],
    [t('debarments.hearing'), `${t(`debarments.hearing.${row.hearing.how}`)} ${date(row.hearing.on)}`],
    [t('debarments.decided-on'), date(row.decidedOn)],
    ...serviceTexts(t, date, row).map(({ name, noted, none }) => line(name, noted ?? none)),
    [t('debarments.from'), date(row.from)],
    [t('debarments.until'), date(row.until)],
    [t('debarments.extract.stands', { day: date(taken.day) }), stageText(t, row)],
    ...(row.review ? [line(t('debarments.review'), t(`debarments.review.${row.review}`))] : []),
    ...(row.appeal ? [line(t('debarments.appeal'), t(`debarments.appeal.${row.appeal}`))] : []),
    ...(row.liftedOn ? [line(t('debarments.extract.lifted'), date(row.liftedOn))] : []),
  ];
  const body = lines.map(([name, value]) => `${name}  ${value}`);
  return [t('debarments.extract.title'), '', ...body, '', t('debarments.extract.made', taken), ''].join('\r\n');
}
