import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { Registrable } from '../../../src/matters/contract.ts';
import { CategoryPicker } from '../../acts/CategoryPicker.tsx';
import { ChoiceField } from '../../acts/ChoiceField.tsx';
import type { Control } from '../../acts/FieldRow.tsx';
import { inMain } from '../../frame/inMain.ts';
import type { useLanguage } from '../../i18n/language.tsx';
import { EnterprisePicker } from './EnterprisePicker.tsx';
import { RAISERS, raiserOf } from './onBehalf.ts';
import { RoundChoice } from './RoundChoice.tsx';
import type { ChosenEnterprise } from './typedEnterprise.ts';

type Asked = Control &
  Pick<ReturnType<typeof useLanguage>, 't' | 'language'> & {
    label: string;
    value: unknown;
    mechanisms: readonly Registrable[];
    chosen: Registrable;
    onType: (value: unknown) => void;
  };

/** Of a list: found by typing, as whoever has a telephone in one hand has no mouse in the other. */
const fromList = {
  showSearch: { optionFilterProp: 'label' },
  notFoundContent: null,
  getPopupContainer: inMain,
} as const;

const filled = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

/** The control of each kind of question that no act's form asks, below its label. */
export const questionControls = {
  round: ({ id, label, invalid, chosen, value, onType }: Asked) => (
    <RoundChoice {...{ id, label, invalid }} mechanism={chosen.key} value={filled(value)} onChange={onType} />
  ),
  mechanism: ({ id, label, mechanisms, chosen, language, onType }: Asked) => (
    <Select
      {...fromList}
      id={id}
      aria-label={label}
      options={mechanisms.map(({ key, name }) => ({ value: key, label: name[language] }))}
      value={chosen.key}
      onChange={onType}
    />
  ),
  channel: ({ id, label, chosen, value, language, onType }: Asked) => (
    <Select
      {...fromList}
      id={id}
      aria-label={label}
      allowClear
      options={Object.entries(chosen.channels).map(([key, name]) => ({ value: key, label: name[language] }))}
      value={typeof value === 'string' && chosen.channels[value] ? value : undefined}
      onChange={(channel?: string) => onType(channel ?? '')}
    />
  ),
  raiser: ({ id, label, describedBy, value, t, onType }: Asked) => (
    <ChoiceField
      {...{ id, label, describedBy }}
      options={RAISERS.map((one) => ({ value: one, label: t(`web.register.raiser.${one}`) }))}
      value={raiserOf({ raiser: value })}
      onChange={onType}
    />
  ),
  enterprise: ({ id, label, invalid, value, onType }: Asked) => (
    <EnterprisePicker
      {...{ id, label, invalid }}
      value={(value as ChosenEnterprise | null | undefined) ?? null}
      onChange={onType}
    />
  ),
  category: ({ id, label, invalid, chosen, value, onType }: Asked) => (
    <CategoryPicker {...{ id, label, invalid }} scheme={chosen.scheme ?? ''} value={filled(value)} onChange={onType} />
  ),
} satisfies Record<string, (asked: Asked) => ReactNode>;

export const hasControl = (kind: string): kind is keyof typeof questionControls =>
  Object.hasOwn(questionControls, kind);
