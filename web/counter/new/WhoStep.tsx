import type { CounterSession } from '../../../src/counter/contract.ts';
import { contactIn, takesMessages } from '../../../src/directory/originators/contact.rules.ts';
import { creditCodeFault, creditCodeOf } from '../../../src/directory/enterprises/credit-code.rules.ts';
import field from '../../acts/Field.module.css';
import style from '../Counter.module.css';
import { Field } from '../Field.tsx';
import { useWords } from '../words.tsx';
import type { Draft } from './draft.ts';

type Props = { draft: Draft; onChange: (more: Partial<Draft>) => void; who: CounterSession | null };
const CONSENTS = [
  [true, 'yes'],
  [false, 'no'],
  [null, 'unsaid'],
] as const;
const KINDS = ['enterprise', 'person', 'unknown'] as const;

/** Who raises it, how they are reached, and who may know. */
export function WhoStep({ draft, onChange, who }: Props) {
  const { t } = useWords();
  const { enterprise } = draft;
  // Written into the appeal alone it is kept sealed there, and no message ever goes to it.
  const written = draft.contact ? null : contactIn(draft.text, takesMessages);
  const mistyped = enterprise.length >= 18 && creditCodeFault(creditCodeOf(enterprise)) !== null;
  return (
    <>
      {who && <p>{t('appeal.who.signed-in', { name: who.name })}</p>}
      {!who && (
        <fieldset className={style['choices']}>
          <legend>{t('appeal.who')}</legend>
          {KINDS.map((kind) => (
            <label key={kind} className={style['choice']}>
              <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => onChange({ kind })} />
              {t(`appeal.who.${kind}`)}
            </label>
          ))}
        </fieldset>
      )}
      {!who && draft.kind === 'enterprise' && (
        <Field
          label={t('appeal.credit-code.optional')}
          hint={t(mistyped ? 'appeal.credit-code.wrong' : 'appeal.credit-code.hint')}
        >
          {(control) => (
            <input
              {...control}
              maxLength={24}
              autoCapitalize="characters"
              spellCheck={false}
              autoComplete="off"
              aria-invalid={mistyped}
              value={enterprise}
              onChange={(event) => onChange({ enterprise: event.target.value })}
            />
          )}
        </Field>
      )}
      {!who && (
        <Field label={t('appeal.contact')} hint={t('appeal.contact.hint')}>
          {(control) => (
            <input
              {...control}
              maxLength={254}
              autoComplete="tel"
              value={draft.contact}
              onChange={(event) => onChange({ contact: event.target.value })}
            />
          )}
        </Field>
      )}
      {!who && written && (
        <button type="button" className={style['plain']} onClick={() => onChange({ contact: written.text })}>
          {t('appeal.contact.written', { contact: written.text })}
        </button>
      )}
      <fieldset className={style['choices']}>
        <legend>{t('appeal.know')}</legend>
        {(['unnamed', 'confidential'] as const).map((flag) => (
          <label key={flag} className={field['check']}>
            <input
              type="checkbox"
              checked={draft[flag]}
              onChange={(event) => onChange({ [flag]: event.target.checked })}
            />
            {t(`appeal.know.${flag}`)}
          </label>
        ))}
      </fieldset>
      {!draft.confidential && (
        <fieldset className={style['choices']}>
          <legend>{t('appeal.consent')}</legend>
          {CONSENTS.map(([value, said]) => (
            <label key={said} className={style['choice']}>
              <input
                type="radio"
                name="consents"
                checked={draft.consents === value}
                onChange={() => onChange({ consents: value })}
              />
              {t(`appeal.consent.${said}`)}
            </label>
          ))}
          <p className="quiet">{t('appeal.consent.hint')}</p>
        </fieldset>
      )}
    </>
  );
}
