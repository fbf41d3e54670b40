import type { AppealView, Said } from '../../../src/counter/contract.ts';
import { helperCalled } from '../../matters/helperCalled.ts';
import style from '../Counter.module.css';
import { PlaceMap } from '../PlaceMap.tsx';
import { useWords } from '../words.tsx';

type Sentence = AppealView['phase'] | 'asked' | 'paused' | 'disputed' | 'struck' | 'excluded';

/** What an originator judges: an answer, or that there was none. */
const TO_JUDGE: ReadonlySet<Said['kind']> = new Set(['answer', 'close']);

/** How what is closed came to its end: a judgement that was left out ends it by that, else the answer, or the reason why there was none. */
function endOf({ said }: AppealView): Sentence {
  const last = said.findLast(({ kind }) => TO_JUDGE.has(kind) || kind === 'exclude')?.kind;
  return last === 'close' ? 'struck' : last === 'exclude' ? 'excluded' : 'closed';
}

/** Where it stands, in a sentence; by when; and the way here. */
export function Where({ view }: { view: AppealView }) {
  const { t, language, named, day, instant } = useWords();
  const { lead, due, paused, workdaysLeft, way, place, point } = view;
  const { stage, phase } = view.joined ?? view;
  const disputed = phase === 'answered' && isDiscontent(view);
  const asked = view.may.includes('reply');
  const sentence = paused
    ? asked
      ? 'asked'
      : 'paused'
    : lead === null && phase === 'assigned'
      ? 'open'
      : disputed
        ? 'disputed'
        : phase === 'closed'
          ? endOf(view)
          : phase;
  const left = workdaysLeft !== null && workdaysLeft < 0 ? 'late' : 'by';
  return (
    <section className={style['where']} data-phase={phase} aria-label={t('appeal.where')}>
      <p>
        <span className={style['stage']} data-phase={disputed ? 'disputed' : phase}>
          {named(stage)}
        </span>
      </p>
      <p className={style['sentence']}>{t(inWords(view.sealed, sentence), { unit: lead ?? '' })}</p>
      {due && phase !== 'closed' && phase !== 'answered' && !paused && (
        <p>{t(`appeal.where.${left}`, { day: day(due), n: Math.abs(workdaysLeft ?? 0) })}</p>
      )}
      {view.helpers.length > 0 && (
        <p>
          {t('appeal.where.helpers', {
            who: view.helpers.map((one) => `${helperCalled(one, language)} ${one.name}`.trim()),
          })}
        </p>
      )}
      {view.sealed && <p>{t('sealed.where.who')}</p>}
      {!view.sealed && (view.confidential || view.unnamed) && (
        <p>
          {[view.confidential && t('appeal.where.confidential'), view.unnamed && t('appeal.where.unnamed')]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      {view.joined && <p>{t('appeal.where.joined')}</p>}
      {place && <p className="quiet">{t('appeal.where.place', { place })}</p>}
      {point && <PlaceMap at={point} />}
      <ol className={style['way']}>
        {way.map(({ stage, from }) => (
          <li key={`${from} ${stage.zh}`}>
            <span>{named(stage)}</span> <span className="quiet">{instant(from)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What is sealed goes to no unit: those who are named look into it. */
function inWords(sealed: boolean, sentence: Sentence) {
  if (sealed && (sentence === 'open' || sentence === 'working')) return `sealed.where.${sentence}` as const;
  return `appeal.where.${sentence}` as const;
}

/** Whether the reader said of the last answer that it solved nothing or did not satisfy them: "answered" would tell them that nobody heard. */
function isDiscontent({ said }: AppealView): boolean {
  const last = said.findLast(({ kind, mine }) => TO_JUDGE.has(kind) || (kind === 'evaluate' && mine));
  return last?.kind === 'evaluate' && (last.solved === false || last.satisfied === false);
}
