import { decimalIn } from '../format/decimalIn.ts';
import type { GateView } from '../../src/matters/gates/gate.contract.ts';
import type { Place } from '../../src/matters/raised/raised.contract.ts';
import { metresAway } from '../../src/matters/targets/away.rules.ts';
import type { Position, TargetsView } from '../../src/matters/targets/target.contract.ts';
import type { Field } from '../acts/fields.ts';
import { FieldRow } from '../acts/FieldRow.tsx';
import style from '../acts/Field.module.css';
import type { Typed } from '../acts/useDraft.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { Waiting } from '../outbox/store.ts';
import { CheckList, type Looked } from './CheckList.tsx';
import { PlanField, type PlanPoint } from './PlanField.tsx';
import { PositionField } from './PositionField.tsx';
import { hasToWait } from './nextGate.ts';
import type { Promisable } from './promises.ts';
import { SenseOptions } from './SenseOptions.tsx';
import { TargetsField } from './TargetsField.tsx';
import { useMeasureText } from './useMeasureText.ts';

/** What is measured of a matter and of its parts, and what is inspected on it. */
export type Work = {
  targets: TargetsView | null;
  gates: readonly GateView[] | null;
  /** Where the site is, from which a reading says how far it was taken. */
  place?: Place | null | undefined;
  /** What a part of the matter may promise. */
  parts?: readonly Promisable[] | undefined;
  /** What waits on this machine to be sent, and stands among the readings. */
  waiting?: readonly Waiting[] | undefined;
};

type Props = {
  field: Field;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: unknown;
  beside: Typed;
  work: Work;
  onType: (value: unknown) => void;
};

/** One field of an act that belongs to work outside: what is measured, how much, where; what is inspected, and what was found. */
export function WorkField({ field, label, hint, fault, value, beside, work, onType }: Props) {
  const { t, language } = useLanguage();
  const measureText = useMeasureText();
  const text = typeof value === 'string' ? value : '';
  const target = work.targets?.known.find((one) => one.target === beside['target']);
  const row = work.targets?.rows.find((one) => one.target === beside['target']);
  if (field.kind === 'checklist') {
    const gate = work.gates?.find((one) => one.gate === beside['gate']);
    return <CheckList label={label} fault={fault} gate={gate} value={listOf<Looked>(value)} onChange={onType} />;
  }
  if (field.kind === 'targets')
    return (
      <TargetsField label={label} hint={hint} fault={fault} known={work.parts ?? []} value={value} onChange={onType} />
    );
  if (field.kind === 'plan')
    return <PlanField label={label} hint={hint} fault={fault} value={listOf<PlanPoint>(value)} onChange={onType} />;
  if (field.kind === 'position')
    return (
      <PositionField
        label={label}
        value={(value ?? null) as Position | null}
        away={awayOf(work, value, beside)}
        onChange={onType}
      />
    );
  // One unit is none to choose.
  if (field.kind === 'measure' && (target?.also.length ?? 0) < 2) return null;
  const last = row?.readings.at(-1);
  const known =
    field.kind === 'quantity' && field.name === 'value' && row
      ? t(
          last ? (work.waiting?.some(({ id }) => id === last.act) ? 'works.last-waiting' : 'works.last') : 'works.none',
          {
            value: last && measureText(last.value, row.in),
            day: last?.on ?? '',
            all: measureText(row.quantity, row.in),
          },
        )
      : hint;
  // What nothing is promised of cannot be measured yet.
  const targets = (field.among === 'matter' ? work.targets?.rows : work.targets?.known) ?? [];
  return (
    <FieldRow label={label} must={field.must} hint={known} fault={fault}>
      {({ id, describedBy, invalid }) => {
        const common = {
          id,
          className: style['input'],
          'aria-describedby': describedBy,
          'aria-invalid': invalid,
          'aria-required': field.must ?? false,
        };
        if (field.kind === 'quantity')
          return (
            <input
              {...common}
              inputMode="decimal"
              autoComplete="off"
              maxLength={19}
              value={text}
              onChange={(event) => onType(decimalIn(event.target.value))}
            />
          );
        // What is promised anew is still to be reached, or not to be passed, as it was.
        if (field.kind === 'sense')
          return (
            <select {...common} value={text || row?.sense} onChange={(event) => onType(event.target.value)}>
              <SenseOptions />
            </select>
          );
        const options =
          field.kind === 'measure'
            ? (target?.also ?? []).map((unit) => ({ key: unit as string, name: t(`measure.${unit}`), off: false }))
            : field.kind === 'gate'
              ? (work.gates ?? []).map((one) => ({ key: one.gate, name: one.name[language], off: hasToWait(one) }))
              : targets.map(({ target: key, name }) => ({ key, name: name[language], off: false }));
        const chosen = text || (field.kind === 'measure' ? (target?.in ?? '') : '');
        return (
          <select {...common} value={chosen} onChange={(event) => onType(event.target.value)}>
            {field.kind !== 'measure' && <option value="">{t('web.field.seat.choose')}</option>}
            {options.map(({ key, name, off }) => (
              <option key={key} value={key} disabled={off}>
                {name}
              </option>
            ))}
          </select>
        );
      }}
    </FieldRow>
  );
}

/** How many metres from the site a reading is taken; null of an inspection, which nobody has to explain. */
export function awayOf({ place, targets }: Work, position: unknown, beside: Typed): number | null {
  if (!position || !('target' in beside)) return null;
  return metresAway({ place: place ?? null, targets: targets?.rows ?? [] }, position as Position);
}

const listOf = <T,>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);
