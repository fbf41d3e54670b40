import { Field } from '../Field.tsx';
import { useWords } from '../words.tsx';
import type { Draft } from './draft.ts';
import { FilesField } from './FilesField.tsx';

type Props = { draft: Draft; onChange: (more: Partial<Draft>) => void; signedIn: boolean };

/** What it is about, where, and what shows it. */
export function WhatStep({ draft, onChange, signedIn }: Props) {
  const { t } = useWords();
  return (
    <>
      <Field label={t('appeal.text')} hint={t('appeal.text.hint')}>
        {(control) => (
          <textarea
            {...control}
            required
            minLength={4}
            maxLength={4000}
            rows={6}
            value={draft.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('appeal.place')} hint={t('appeal.place.hint')}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            autoComplete="street-address"
            value={draft.place}
            onChange={(event) => onChange({ place: event.target.value })}
          />
        )}
      </Field>
      <FilesField
        files={draft.files}
        onFiles={(files) => onChange({ files })}
        {...(signedIn ? {} : { by: draft.by })}
      />
    </>
  );
}
