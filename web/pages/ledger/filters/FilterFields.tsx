import type { ReactNode } from 'react';
import { Part, Stance } from '../../../../src/matters/contract.ts';
import { Bounced } from '../../../../src/matters/lists/list.contract.ts';
import { SlipColor } from '../../../../src/mechanism/contract.ts';
import { DayField } from '../../../days/DayField.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import type { LedgerSearch } from '../ledger-search.ts';
import { useLedgerSearch } from '../useLedgerSearch.ts';
import { useStages } from '../useStages.ts';
import { Choice } from './Choice.tsx';
import style from './FilterFields.module.css';
import { stagesOf } from './stagesOf.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { RoundPicker } from './RoundPicker.tsx';

const FLAGS = ['listed', 'raised', 'paused', 'confidential'] as const;
const DAYS = ['dueFrom', 'dueTo', 'registeredFrom', 'registeredTo', 'updatedFrom', 'updatedTo'] as const;

/** Everything that the ledger is filtered by. Each choice takes effect at once: the list behind it is the answer. */
export function FilterFields({ search }: { search: LedgerSearch }) {
  const { t, language } = useLanguage();
  const { change } = useLedgerSearch();
  const { mechanisms, areas } = useStages();
  const set = (key: keyof LedgerSearch) => (value: string | null | undefined) => change({ [key]: value ?? undefined });
  const stages = stagesOf(mechanisms, search.mechanism, language);
  const name = (key: string) => t(`ledger.filter.${key}`);
  return (
    <div className={style['fields']}>
      <Field name={name('unit')}>
        <UnitPicker
          placeholder={t('ledger.filter.unit.hint')}
          label={name('unit')}
          value={search.unit ?? null}
          onChange={set('unit')}
        />
      </Field>
      <Field name={name('part')}>
        <Choice
          label={name('part')}
          options={Part.options.map((part) => ({ value: part, label: t(`matter.part.${part}`) }))}
          value={search.part}
          onChange={set('part')}
        />
      </Field>
      <Field name={name('stance')}>
        <Choice
          label={name('stance')}
          options={Stance.options.map((stance) => ({ value: stance, label: t(`matter.stance.${stance}`) }))}
          value={search.stance}
          onChange={set('stance')}
        />
      </Field>
      <Field name={name('person')}>
        <PersonPicker label={name('person')} value={search.person} onChange={set('person')} />
      </Field>
      <Field name={name('round')}>
        <RoundPicker value={search.round} onChange={set('round')} />
      </Field>
      <Field name={name('area')}>
        <Choice
          label={name('area')}
          options={areas.map((area) => ({ value: area, label: area }))}
          value={search.area}
          onChange={set('area')}
        />
      </Field>
      {mechanisms.length > 1 && (
        <Field name={name('mechanism')}>
          <Choice
            label={name('mechanism')}
            options={mechanisms.map((one) => ({ value: one.key, label: one[language] }))}
            value={search.mechanism}
            onChange={set('mechanism')}
          />
        </Field>
      )}
      <Field name={name('stage')}>
        <Choice label={name('stage')} options={stages} value={search.stage} onChange={set('stage')} />
      </Field>
      <Field name={name('bounced')}>
        <Choice
          label={name('bounced')}
          options={Bounced.options.map((value) => ({ value, label: t(`ledger.filter.bounced.${value}`) }))}
          value={search.bounced}
          onChange={set('bounced')}
        />
      </Field>
      <Field name={name('color')}>
        <Choice
          label={name('color')}
          options={SlipColor.options.map((color) => ({ value: color, label: t(`notice.slip.${color}`) }))}
          value={search.color}
          onChange={set('color')}
        />
      </Field>
      {DAYS.map((key) => (
        <Field key={key} name={name(key)}>
          <DayField
            label={name(key)}
            value={search[key] ?? ''}
            onChange={(day) => change({ [key]: day || undefined })}
          />
        </Field>
      ))}
      <div className={style['flags']}>
        {FLAGS.map((key) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={search[key] === 'yes'}
              onChange={(event) => change({ [key]: event.target.checked ? 'yes' : undefined })}
            />
            {name(key)}
          </label>
        ))}
      </div>
    </div>
  );
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={style['field']}>
      <span className={style['name']} aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}
