import { useRef, useState } from 'react';
import type { SourceList } from '../../../../src/counter/sources/source.contract.ts';
import field from '../../../acts/Field.module.css';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';
import type { GivenToken } from './SourceToken.tsx';

type Props = { offers: SourceList['offers']; onDone: () => void; onOpened: (given: GivenToken) => void };

/** Opens a source under one of the mechanisms that somebody raises matters under. */
export function NewSourceForm({ offers, onDone, onOpened }: Props) {
  const { t, language } = useLanguage();
  const [mechanism, setMechanism] = useState(offers[0]?.key ?? '');
  const name = useRef('');
  const opening = useRegisterAct<{ token: string | null }>('/api/sources', t('admin.source.opened'), ({ token }) => {
    if (token) onOpened({ name: name.current, token });
    onDone();
  });
  const channels = offers.find(({ key }) => key === mechanism)?.channels ?? {};
  return (
    <RegisterForm
      kind="open-source"
      title={t('admin.source.add')}
      act={t('admin.source.add')}
      doing={opening}
      onCancel={onDone}
      onSend={(form) => {
        name.current = typed(form, 'name');
        opening.mutate({ name: name.current, mechanism, channel: typed(form, 'channel') || null });
      }}
    >
      <TextField
        label={t('admin.source.name')}
        name="name"
        required
        maxLength={100}
        autoComplete="off"
        hint={t('admin.source.name.hint')}
      />
      <FieldRow label={t('admin.source.mechanism')}>
        {({ id }) => (
          <select
            id={id}
            className={field['input']}
            value={mechanism}
            onChange={(event) => setMechanism(event.target.value)}
          >
            {offers.map((offer) => (
              <option key={offer.key} value={offer.key}>
                {offer.name[language]}
              </option>
            ))}
          </select>
        )}
      </FieldRow>
      <ChoiceField
        key={mechanism}
        label={t('admin.source.channel')}
        name="channel"
        options={[
          { value: '', label: t('admin.source.channel.none') },
          ...Object.entries(channels).map(([value, channel]) => ({ value, label: channel[language] })),
        ]}
      />
    </RegisterForm>
  );
}
