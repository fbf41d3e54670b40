import { Select } from 'antd';
import { lazy, Suspense } from 'react';
import type { Registrable } from '../../../src/matters/contract.ts';
import { ActField } from '../../acts/ActField.tsx';
import { ChoiceField } from '../../acts/ChoiceField.tsx';
import { CategoryPicker } from '../../acts/CategoryPicker.tsx';
import type { Field } from '../../acts/fields.ts';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { inMain } from '../../frame/inMain.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { EnterprisePicker, type ChosenEnterprise } from './EnterprisePicker.tsx';
import { PointField, type At as Point } from './PointField.tsx';
import { RAISERS, raiserOf } from './onBehalf.ts';
import { RoundChoice } from './RoundChoice.tsx';
import type { Question } from './questions.ts';

/** Only what is built promises quantities. */
const TargetsField = lazy(() => import('../../works/TargetsField.tsx').then((m) => ({ default: m.TargetsField })));

type Props = {
  question: Question;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: unknown;
  mechanisms: readonly Registrable[];
  chosen: Registrable;
  onType: (value: unknown) => void;
};

/** One question by its kind: those of acts' forms, and what is chosen from a list. */
export function QuestionField({ question, label, hint, fault, value, mechanisms, chosen, onType }: Props) {
  const { t, language } = useLanguage();
  const { kind } = question;
  if (kind === 'round')
    return (
      <FieldRow label={label} hint={hint} fault={fault}>
        {({ id, invalid }) => (
          <RoundChoice
            id={id}
            label={label}
            invalid={invalid}
            mechanism={chosen.key}
            value={typeof value === 'string' ? value : null}
            onChange={onType}
          />
        )}
      </FieldRow>
    );
  if (kind === 'mechanism')
    return (
      <FieldRow label={label} must hint={hint} fault={fault}>
        {({ id }) => (
          <Select
            id={id}
            aria-label={label}
            // A city has a dozen of them: found by typing, as everything that is chosen from a longer list.
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={null}
            getPopupContainer={inMain}
            options={mechanisms.map(({ key, name }) => ({ value: key, label: name[language] }))}
            value={chosen.key}
            onChange={onType}
          />
        )}
      </FieldRow>
    );
  if (kind === 'channel')
    return (
      <FieldRow label={label} hint={hint} fault={fault}>
        {({ id }) => (
          <Select
            id={id}
            aria-label={label}
            allowClear
            // Typed as it is said: whoever has a telephone in one hand has no mouse in the other.
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={null}
            getPopupContainer={inMain}
            options={Object.entries(chosen.channels).map(([key, name]) => ({ value: key, label: name[language] }))}
            value={typeof value === 'string' && chosen.channels[value] ? value : undefined}
            onChange={(channel?: string) => onType(channel ?? '')}
          />
        )}
      </FieldRow>
    );
  if (kind === 'raiser')
    return (
      <FieldRow label={label} hint={hint} fault={fault}>
        {({ id, describedBy }) => (
          <ChoiceField
            id={id}
            label={label}
            describedBy={describedBy}
            options={RAISERS.map((one) => ({ value: one, label: t(`web.register.raiser.${one}`) }))}
            value={raiserOf({ raiser: value })}
            onChange={onType}
          />
        )}
      </FieldRow>
    );
  if (kind === 'enterprise')
    return (
      <FieldRow label={label} hint={hint} fault={fault}>
        {({ id, invalid }) => (
          <EnterprisePicker
            id={id}
            label={label}
            invalid={invalid}
            value={(value as ChosenEnterprise | null | undefined) ?? null}
            onChange={onType}
          />
        )}
      </FieldRow>
    );
  if (kind === 'targets')
    return (
      <Suspense>
        <TargetsField
          label={label}
          hint={hint}
          fault={fault}
          known={chosen.targets ?? []}
          value={value}
          onChange={onType}
        />
      </Suspense>
    );
  if (kind === 'point')
    return <PointField {...{ label, hint, fault }} value={(value as Point | undefined) ?? null} onChange={onType} />;
  if (kind === 'category')
    return (
      <FieldRow label={label} hint={hint} fault={fault}>
        {({ id, invalid }) => (
          <CategoryPicker
            id={id}
            label={label}
            scheme={chosen.scheme ?? ''}
            invalid={invalid}
            value={typeof value === 'string' && value ? value : null}
            onChange={onType}
          />
        )}
      </FieldRow>
    );
  const field: Field = { ...question, kind };
  return <ActField {...{ field, label, hint, fault, value, onType }} view={undefined} sides={chosen.sides} />;
}
