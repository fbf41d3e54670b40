import { lazy, Suspense } from 'react';
import type { Registrable } from '../../../src/matters/contract.ts';
import { ActField } from '../../acts/ActField.tsx';
import type { Field } from '../../acts/fields.ts';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { PointField, type At as Point } from './PointField.tsx';
import { hasControl, questionControls } from './questionControls.tsx';
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
  const told = { label, hint, fault };
  if (hasControl(kind))
    return (
      <FieldRow {...told} must={kind === 'mechanism'}>
        {(control) => questionControls[kind]({ ...control, t, language, label, value, mechanisms, chosen, onType })}
      </FieldRow>
    );
  if (kind === 'targets')
    return (
      <Suspense>
        <TargetsField {...told} known={chosen.targets ?? []} value={value} onChange={onType} />
      </Suspense>
    );
  if (kind === 'point') return <PointField {...told} value={(value as Point | undefined) ?? null} onChange={onType} />;
  const field: Field = { ...question, kind };
  return <ActField {...told} {...{ field, value, onType }} view={undefined} sides={chosen.sides} />;
}
