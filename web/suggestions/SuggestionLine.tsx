import { Link } from '@tanstack/react-router';
import type { Suggested } from '../../src/intake/suggestions/suggest.contract.ts';
import { Button } from '../frame/Button.tsx';
import { useT, type Translate } from '../i18n/language.tsx';
import { withNodes } from '../i18n/withNodes.tsx';
import style from './Suggestion.module.css';

type Props = {
  suggested: Suggested | null | undefined;
  /** What a label is called; undefined while that is not known here. */
  nameOf: (label: string) => string | undefined;
  /** What is chosen now. */
  chosen: unknown;
  onTake: (label: string) => void;
};

/**
 * What a field is likely to say, how sure that is and why, with a button that takes it: nothing is ever chosen beforehand.
 * Silent where nothing is sure enough; where nothing was learned it says what that takes.
 */
export function SuggestionLine({ suggested, nameOf, chosen, onTake }: Props) {
  const t = useT();
  const name = suggested?.is === 'said' ? nameOf(suggested.label) : undefined;
  return (
    <section aria-live="polite" aria-label={t('web.suggest')} className={style['line']}>
      {suggested?.is === 'none' && <p className="faint">{whyNot(t, suggested)}</p>}
      {suggested?.is === 'said' && name !== undefined && (
        <>
          <p>
            {withNodes(t('web.suggest.said'), {
              name: <b>{name}</b>,
              sure: t(`web.suggest.sure.${tenths(suggested.sure)}`),
            })}
            {suggested.words.length > 0 && t('web.suggest.words', { words: suggested.words })}
            {suggested.alike.length > 0 &&
              withNodes(t('web.suggest.alike'), {
                matter: (
                  <Link
                    to="/matters/$id"
                    params={{ id: suggested.alike[0]!.id }}
                    // What is being written here stays.
                    target="_blank"
                    rel="noreferrer"
                  >
                    {suggested.alike[0]!.number}
                  </Link>
                ),
              })}
          </p>
          {chosen === suggested.label ? (
            <span className="faint">{t('web.suggest.taken')}</span>
          ) : (
            <Button
              size="small"
              aria-label={t('web.suggest.take.name', { name })}
              onClick={() => onTake(suggested.label)}
            >
              {t('web.suggest.take')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** How sure, in tenths: ninety-six of a hundred are nine. */
const tenths = (sure: number): number => Math.min(9, Math.floor(sure * 10));

function whyNot(t: Translate, { matters, confidential }: Extract<Suggested, { is: 'none' }>): string {
  if (confidential) return t('web.suggest.confidential');
  return matters === null ? t('web.suggest.unlearned') : t('web.suggest.too-few', { n: matters });
}
