import { Link } from '@tanstack/react-router';
import type { MatterView } from '../../../src/matters/contract.ts';
import { cityDay } from '../../format/day.ts';
import { useFormat } from '../../format/useFormat.ts';
import { LongWords } from '../../frame/LongWords.tsx';
import { useLanguage, type Translate } from '../../i18n/language.tsx';
import { Fact } from './Fact.tsx';
import style from './Facts.module.css';
import { MediaFact } from './MediaFact.tsx';
import { PlaceFact } from './PlaceFact.tsx';
import { RaisedBy } from './RaisedBy.tsx';

/** Who raised the matter, what they were asked and promised, and what they say of the answer; what isn't known has no line. */
export function Raised({ view }: { view: MatterView }) {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { raised } = view;
  if (!raised) return null;
  const {
    channel,
    category,
    wished,
    scheme,
    place,
    question,
    promise,
    draft,
    evaluations,
    unheard,
    callback,
    joined,
    gathered,
    ...more
  } = raised;
  const on = (said: string, at: string) => t('web.raised.said', { said, day: day(cityDay(at)) });
  const called = (names: readonly { zh: string; en: string | null }[]) =>
    names.map(({ zh, en }) => (language === 'en' ? (en ?? zh) : zh)).join(' / ');
  // Not filed yet: what was chosen as it was raised says what it is about.
  const theirs =
    raised.originators.length + raised.hidden > 0 ? 'web.raised.category.theirs' : 'web.raised.category.chosen';
  const unfiled = wished ? t(theirs, { category: called(wished) }) : t('web.raised.category.none');
  return (
    <dl className={style['facts']} aria-label={t('web.raised')}>
      <Fact name={t('web.raised.originators')}>
        <RaisedBy view={view} />
      </Fact>
      <Fact name={t('web.raised.raiser')}>{raised.raiser}</Fact>
      <Fact name={t('web.raised.channel')}>{channel?.[language]}</Fact>
      <Fact name={t('web.raised.category')}>{category ? called(category.way) : scheme && unfiled}</Fact>
      <Fact name={t('web.raised.place')}>{place && <PlaceFact place={place} />}</Fact>
      <Fact name={t('web.raised.media')}>{raised.media && <MediaFact media={raised.media} />}</Fact>
      <Fact name={t('web.raised.question')}>{question && <LongWords>{on(question.text, question.at)}</LongWords>}</Fact>
      <Fact name={t('web.raised.promise')}>
        {promise && <LongWords>{t('web.raised.promise.by', { day: day(promise.due), text: promise.text })}</LongWords>}
      </Fact>
      <Fact name={t('web.raised.draft')}>{draft && <LongWords>{on(draft.result, draft.at)}</LongWords>}</Fact>
      <Fact name={t('web.raised.evaluation')}>
        {evaluations.length + unheard > 0 && (
          <>
            {evaluations.map(({ stars, text, at, ...verdict }) => (
              <div key={at}>
                {on([t('web.story.stars', { n: stars }), ...verdictOf(t, verdict)].join(' · '), at)}
                {text && (
                  <div className={style['said']}>
                    <LongWords>{text}</LongWords>
                  </div>
                )}
              </div>
            ))}
            {unheard > 0 && <p>{t('web.raised.evaluation.unheard', { n: unheard })}</p>}
          </>
        )}
      </Fact>
      <Fact name={t('web.raised.callback')}>
        {more.attempts &&
          on(
            t(`web.raised.attempts${more.attempts.tries === null ? '' : '.tries'}`, { ...more.attempts }),
            more.attempts.at,
          )}
        {callback &&
          on(
            [t(`web.story.reached.${callback.reached ? 'yes' : 'no'}`), ...verdictOf(t, callback)].join(' · '),
            callback.at,
          )}
      </Fact>
      <Fact name={t('web.raised.drawn')}>{more.drawn && t('web.raised.drawn.week', { week: day(more.drawn) })}</Fact>
      <Fact name={t('web.raised.consent')}>
        {more.consented !== null && t(more.consented ? 'web.raised.consent.yes' : 'web.raised.consent.no')}
      </Fact>
      <Fact name={t('web.raised.published')}>
        {more.published && (
          <>
            <LongWords>{on(more.published.question, more.published.at)}</LongWords>
            <div className={style['said']}>
              <LongWords>{more.published.answer}</LongWords>
            </div>
          </>
        )}
      </Fact>
      <Fact name={t('web.raised.joined')}>{joined && <Other matter={joined} />}</Fact>
      <Fact name={t('web.raised.gathered')}>
        {gathered.length > 0 &&
          gathered.map((one) => (
            <p key={one.id}>
              <Other matter={one} />
            </p>
          ))}
      </Fact>
    </dl>
  );
}

const Other = ({ matter: { id, number } }: { matter: { id: string; number: string } }) => (
  <Link to="/matters/$id" params={{ id }}>
    {number}
  </Link>
);

/** What was said of it; nothing of what was not. */
const verdictOf = (t: Translate, said: { solved: boolean | null; satisfied: boolean | null }): string[] =>
  (['solved', 'satisfied'] as const).flatMap((of) =>
    said[of] === null ? [] : [t(`web.story.${of}.${said[of] ? 'yes' : 'no'}`)],
  );
