import type { Counter } from '../../../src/counter/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { Field } from '../Field.tsx';
import { useWords } from '../words.tsx';
import { AlikeNote } from './AlikeNote.tsx';
import type { Draft } from './draft.ts';
import { FilesField } from './FilesField.tsx';
import { HereField } from './HereField.tsx';

type Props = {
  draft: Draft;
  onChange: (more: Partial<Draft>) => void;
  signedIn: boolean;
  categories: Counter['mechanisms'][number]['categories'];
  places: Counter['places'];
  map: boolean;
};

/** As many signs as the interface takes; a browser cuts what is pasted beyond them without a word. */
const MOST_SIGNS = 4000;

/** What it is about, where, and what shows it. */
export function WhatStep({ draft, onChange, signedIn, categories, places, map }: Props) {
  const { t, language } = useWords();
  return (
    <>
      <Field
        label={t('appeal.text')}
        hint={draft.text.length < MOST_SIGNS ? t('appeal.text.hint') : t('appeal.text.full', { n: MOST_SIGNS })}
      >
        {(control) => (
          <textarea
            {...control}
            required
            minLength={4}
            maxLength={MOST_SIGNS}
            rows={6}
            value={draft.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <AlikeNote
        text={draft.text}
        same={draft.same !== null}
        onSame={(yes) => onChange({ same: yes ? uuidv7() : null })}
      />
      {categories.length > 0 && (
        <Field label={t('appeal.category')} hint={t('appeal.category.hint')}>
          {(control) => (
            <select
              {...control}
              value={draft.category}
              onChange={(event) => onChange({ category: event.target.value })}
            >
              <option value="">{t('appeal.category.none')}</option>
              {categories.map(({ code, zh, en }) => (
                <option key={code} value={code}>
                  {language === 'en' ? (en ?? zh) : zh}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t('appeal.place')} hint={t('appeal.place.hint')}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            list="places"
            value={draft.place}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Field>
      <datalist id="places">
        {places.map((place) => (
          <option key={place} value={place}>
            {place}
          </option>
        ))}
      </datalist>
      <HereField map={map} here={draft.here} onHere={(here) => onChange({ here })} />
      <FilesField
        files={draft.files}
        onFiles={(files) => onChange({ files })}
        {...(signedIn ? {} : { by: draft.by })}
      />
    </>
  );
}
