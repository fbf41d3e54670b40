import { useEffect } from 'react';
import { Part, Stance } from '../../../../src/matters/contract.ts';
import { FILTERS, filtersThat, TOLD_FILTERS } from '../../../../src/matters/lists/filter.rules.ts';
import { Bounced } from '../../../../src/matters/lists/list.contract.ts';
import { SlipColor } from '../../../../src/mechanism/contract.ts';
import { DayField } from '../../../days/DayField.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useDrawnInFold } from '../../../frame/Fold.tsx';
import { useReadyParts } from '../../../frame/useReadyParts.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import type { LedgerSearch } from '../ledger-search.ts';
import { useLedgerSearch } from '../useLedgerSearch.ts';
import { useStages } from '../useStages.ts';
import { useCategoryName } from './categories.ts';
import { CategoryChoice } from './CategoryChoice.tsx';
import { Choice } from './Choice.tsx';
import { Field } from './Field.tsx';
import style from './FilterFields.module.css';
import { channelsOf, schemesOf, stagesOf } from './stagesOf.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { RoundPicker } from './RoundPicker.tsx';

const CHOICES = ['part', 'stance', 'area', 'mechanism', 'channel', 'stage', 'bounced', 'color'] as const;
const FLAGS = filtersThat('flag');
const DAYS = filtersThat('day');
/** The fields in their order: what is searched for is written elsewhere, and a flag is a box to tick. */
const FIELDS = TOLD_FILTERS.filter((name) => FILTERS[name].kind !== 'flag' && name !== 'q');
/** A field of choices costs an old desk's processor a tenth of what it may be kept from answering. */
const AT_ONCE = 3;

type Options = readonly { readonly value: string; readonly label: string }[];
type Choices = Record<(typeof CHOICES)[number], Options>;

/** Everything that the ledger is filtered by. Each choice takes effect at once: the list behind it is the answer. */
export function FilterFields({ search }: { search: LedgerSearch }) {
  const { t } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const { change } = useLedgerSearch();
  const choices = useChoices(search);
  const schemes = schemesOf(useStages().mechanisms, search.mechanism);
  const categoryName = useCategoryName(search);
  const ready = useReadyParts(FIELDS.length, AT_ONCE);
  const drawn = useDrawnInFold();
  useEffect(() => drawn());
  // Categories and channels are a mechanism's own.
  const set = (key: keyof LedgerSearch) => (value: string | null | undefined) =>
    change({ ...(key === 'mechanism' ? { category: undefined, channel: undefined } : {}), [key]: value ?? undefined });
  const name = (key: string) => t(`ledger.filter.${key}`);
  const about = (key: (typeof FIELDS)[number]) => ({ name: name(key), ready: FIELDS.indexOf(key) < ready });
  const choice = (key: (typeof CHOICES)[number]) => (
    <Field
      {...about(key)}
      told={choices[key].find(({ value }) => value === search[key])?.label}
      placeholder={t('ledger.filter.any')}
    >
      <Choice label={name(key)} options={choices[key]} value={search[key]} onChange={set(key)} />
    </Field>
  );
  return (
    <div className={style['fields']}>
      <Field {...about('unit')} told={search.unit && unitName(search.unit)} placeholder={t('ledger.filter.unit.hint')}>
        <UnitPicker
          placeholder={t('ledger.filter.unit.hint')}
          label={name('unit')}
          value={search.unit ?? null}
          onChange={set('unit')}
        />
      </Field>
      {choice('part')}
      {choice('stance')}
      <Field {...about('person')} told={undefined} placeholder={t('ledger.filter.person.hint')}>
        <PersonPicker label={name('person')} value={search.person} onChange={set('person')} />
      </Field>
      <Field {...about('round')} told={undefined} placeholder={t('ledger.filter.any')}>
        <RoundPicker label={name('round')} value={search.round} onChange={set('round')} />
      </Field>
      {choice('area')}
      {choices.mechanism.length > 1 && choice('mechanism')}
      {schemes.length > 0 && (
        <Field
          {...about('category')}
          told={search.category && categoryName(search.category)}
          placeholder={t('ledger.filter.any')}
        >
          <CategoryChoice label={name('category')} search={search} />
        </Field>
      )}
      {choices.channel.length > 0 && choice('channel')}
      {choice('stage')}
      {choice('bounced')}
      {choice('color')}
      {DAYS.map((key) => (
        <Field key={key} {...about(key)} told={search[key] && day(search[key])} placeholder={t('web.day.hint')}>
          <DayField label={name(key)} value={search[key] ?? ''} onChange={(to) => change({ [key]: to || undefined })} />
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

/** What may be chosen for each filter that is one of some values. */
function useChoices(search: LedgerSearch): Choices {
  const { t, language } = useLanguage();
  const { mechanisms, areas } = useStages();
  const named = (values: readonly string[], words: string): Options =>
    values.map((value) => ({ value, label: t(`${words}.${value}`) }));
  return {
    part: named(Part.options, 'matter.part'),
    stance: named(Stance.options, 'matter.stance'),
    area: areas.map((area) => ({ value: area, label: area })),
    mechanism: mechanisms.map((one) => ({ value: one.key, label: one[language] })),
    channel: channelsOf(mechanisms, search.mechanism, language),
    stage: stagesOf(mechanisms, search.mechanism, language),
    bounced: named(Bounced.options, 'ledger.filter.bounced'),
    color: named(SlipColor.options, 'notice.slip'),
  };
}
