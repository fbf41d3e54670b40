import type { MatterView, StoryAct } from '../../src/matters/contract.ts';
import { cityTime } from '../format/day.ts';
import { useFormat } from '../format/useFormat.ts';
import { Attachments } from '../files/Attachments.tsx';
import { CalledText } from '../mentions/CalledText.tsx';
import { useLanguage } from '../i18n/language.tsx';
import { useUnits } from '../units/useUnits.ts';
import { Changes } from './Changes.tsx';
import { Effects } from './Effects.tsx';
import style from './StoryLine.module.css';
import { isOfSums, sumChangeText } from './changeText.ts';
import { deedText, doerText, wordsOf } from './storyText.ts';
import { workText } from './workText.ts';

/** One act of the story: a line that says who did what; opened, the whole words, what followed, and the act's seal. */
export function StoryLine({ act, view, fresh = false }: { act: StoryAct; view: MatterView; fresh?: boolean }) {
  const { t, language } = useLanguage();
  const { day, instant } = useFormat();
  const { unitName } = useUnits(act.at);
  const doer = doerText(t, act, unitName);
  const words = wordsOf(act);
  const files = view.files.filter((file) => file.act === act.id);
  return (
    <li
      className={style['line']}
      data-kind={act.kind}
      data-color={act.kind === 'slip' ? act.given['color'] : undefined}
    >
      <details>
        <summary>
          <time dateTime={act.at} title={instant(act.at)}>
            {cityTime(act.at)}
          </time>
          <span className={style['what']}>
            {fresh && <span className={style['fresh']}>{t('web.fresh')}</span>}
            <b>{doer}</b> {deedText(t, act, { unit: unitName, day, language })}
            {workText(t, act, view, { language, day, instant }).map((text) => (
              <span key={text} className={style['words']}>
                {text}
              </span>
            ))}
            {act.changes.filter(isOfSums).map((change) => (
              <span key={change.of} className={style['words']}>
                {sumChangeText(t, change)}
              </span>
            ))}
            {words.length > 0 && (
              <span className={style['words']}>
                <CalledText text={words.map((said) => said.text).join(' · ')} mentions={act.mentions} />
              </span>
            )}
          </span>
        </summary>
        <div className={style['whole']}>
          {words.map(({ field, text }) => (
            <p key={field} className={style['said']}>
              {words.length > 1 && <span className="faint">{t(`matter.field.${field}`)} </span>}
              <CalledText text={text} mentions={act.mentions} />
            </p>
          ))}
          <Changes changes={act.changes.filter((change) => !isOfSums(change))} at={act.at} view={view} />
          <Attachments files={files} />
          <Effects act={act} view={view} />
          <p className="faint">
            {t('web.story.seal', { seq: act.seq, at: instant(act.at), hash: act.hash.slice(0, 12) })}
          </p>
        </div>
      </details>
    </li>
  );
}
