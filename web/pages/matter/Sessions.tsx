import type { BetweenView } from '../../../src/matters/parties/between.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { Fact } from './Fact.tsx';
import own from './Between.module.css';
import style from './Facts.module.css';

type Props = {
  between: Pick<BetweenView, 'sides' | 'sessions' | 'arranged'>;
  /** The names of parties by their numbers. */
  names: (numbers: readonly number[]) => string;
};

/** When the parties met, what was said, and when they are to meet next. */
export function Sessions({ between, names }: Props) {
  const { sessions, arranged } = between;
  const t = useT();
  const { day } = useFormat();
  return (
    <>
      <Fact name={t('web.between.sessions')}>
        {sessions.length > 0 &&
          sessions.map(({ act, heldOn, from, lasted, place, came, text }) => (
            <p key={act} className={own['session']}>
              {[
                t('web.between.session', { day: day(heldOn), from: from ? ` ${from}` : '', place }),
                lasted && t('web.between.lasted', { n: lasted }),
                came.length > 0
                  ? t('web.between.came', { names: names(came) })
                  : between.sides.some(({ parties }) => parties.length) && t('web.story.nobody'),
              ]
                .filter(Boolean)
                .join(' · ')}
              <span className={style['said']}>{text}</span>
            </p>
          ))}
      </Fact>
      <Fact name={t('web.between.arranged')}>
        {arranged &&
          [
            t('web.between.session', {
              day: day(arranged.meetOn),
              from: arranged.from ? ` ${arranged.from}` : '',
              place: arranged.place,
            }),
            arranged.came.length > 0 && t('web.between.asked', { names: names(arranged.came) }),
          ]
            .filter(Boolean)
            .join(' · ')}
      </Fact>
    </>
  );
}
