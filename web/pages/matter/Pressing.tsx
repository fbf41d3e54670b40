import type { MatterView } from '../../../src/matters/contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { PublicList } from '../../frame/PublicList.tsx';
import { useT } from '../../i18n/language.tsx';
import { ColorChip } from '../../slips/PressChips.tsx';
import { useUnits } from '../../units/useUnits.ts';
import { Fact } from './Fact.tsx';
import style from './Facts.module.css';

/** What presses on the matter: its slips and whether they were answered, the public list, the higher seat, a leader's word. */
export function Pressing({ view }: { view: MatterView }) {
  const t = useT();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const { slips, listed, delisted, raised, instruction } = view.pressing;
  if (!slips.length && !listed && !delisted && !raised && !instruction) return null;
  const on = (at: string) => day(cityDay(at));
  // A slip of a sealed matter goes to those who are named for it.
  const owing = (unit: string | null) => (unit ? unitName(unit) : t('web.clock.of.circle'));
  const who = raised && [raised.unit && unitName(raised.unit), raised.title, raised.name].filter(Boolean).join(' ');
  return (
    <dl className={style['facts']} aria-label={t('web.press')}>
      <Fact name={t('web.press.slips')}>
        {slips.length > 0 &&
          slips.map(({ act, color, unit, at, answered, ended }) => (
            <p key={act}>
              <ColorChip color={color} />{' '}
              {answered
                ? t('web.press.slip.answered', { unit: owing(unit), day: on(at), answered: on(answered) })
                : ended
                  ? t('web.press.slip.ended', { unit: owing(unit), day: on(at), ended: on(ended) })
                  : t('web.press.slip.waiting', { unit: owing(unit), day: on(at) })}
            </p>
          ))}
      </Fact>
      <Fact name={t(view.sealed ? 'web.slip.listed.plain' : 'web.press.listed')}>
        {listed && (
          <>
            {t('web.press.listed.by', { title: listed.title, until: day(listed.until) })}{' '}
            {!view.sealed && <PublicList />}
          </>
        )}
      </Fact>
      <Fact name={t('web.press.delisted')}>
        {delisted &&
          t('web.press.delisted.on', {
            title: delisted.title,
            day: on(delisted.at),
            result: delisted.result ?? t('web.press.delisted.dropped'),
          })}
      </Fact>
      <Fact name={t('web.press.raised')}>
        {raised &&
          t(raised.due ? 'web.press.raised.to' : 'web.press.raised.to.open', {
            who,
            due: raised.due && day(raised.due),
            reason: raised.reason,
          })}
      </Fact>
      <Fact name={t('web.press.instruction')}>
        {instruction && (
          <>
            {t('web.press.instruction.said', { day: on(instruction.at), text: instruction.text })}
            {instruction.waiting.length > 0 && instruction.due && (
              <span className={style['said']}>
                {t('web.press.instruction.waiting', {
                  units: instruction.waiting.map(unitName),
                  due: day(instruction.due),
                })}
              </span>
            )}
          </>
        )}
      </Fact>
    </dl>
  );
}
