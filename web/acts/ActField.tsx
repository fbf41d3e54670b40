import { lazy, Suspense } from 'react';
import type { MatterView, Registrable } from '../../src/matters/contract.ts';
import { DayField } from '../days/DayField.tsx';
import { FilesField } from '../files/FilesField.tsx';
import { pageWords } from '../i18n/words.ts';
import { useT, type Translate } from '../i18n/language.tsx';
import { MentionBox } from '../mentions/MentionBox.tsx';
import { MentionHint } from '../mentions/MentionHint.tsx';
import { isWorkKind } from '../works/kinds.ts';
import { UnitPicker } from '../units/UnitPicker.tsx';
import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { SlipColor } from '../../src/mechanism/contract.ts';
import { CategoryPicker } from './CategoryPicker.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import type { Field } from './fields.ts';
import { partsOf } from './fieldsFor.ts';
import { FieldRow } from './FieldRow.tsx';
import { HelperPicker } from './HelperPicker.tsx';
import { KindPicker } from './KindPicker.tsx';
import { HigherSeatPicker } from './HigherSeatPicker.tsx';
import type { TakenFile } from './given.ts';
import type { Typed } from './useDraft.ts';
import style from './Field.module.css';

const WorkField = lazy(() =>
  Promise.all([import('../works/WorkField.tsx'), pageWords()]).then(([m]) => ({ default: m.WorkField })),
);

/** Few acts have something to confirm, and the rule that finds it is not small. */
const ConfirmField = lazy(() => import('./ConfirmField.tsx').then((m) => ({ default: m.ConfirmField })));

/** Nor are what parties and their agreements are asked by. */
const PartyFields = lazy(() => import('./parties/PartyFields.tsx').then((m) => ({ default: m.PartyFields })));
/** Nor does one ask for help every day. */
const ColleaguePicker = lazy(() => import('./ColleaguePicker.tsx').then((m) => ({ default: m.ColleaguePicker })));

type Props = {
  field: Field;
  label: string;
  hint?: string | undefined;
  fault?: string | undefined;
  value: unknown;
  /** What stands in the form's other fields. */
  beside?: Typed | undefined;
  view: MatterView | undefined;
  /** The sides on which parties stand, where there is no matter yet. */
  sides?: Registrable['sides'] | undefined;
  onType: (value: unknown) => void;
  /** Who is called by name in these words, where that may be; `onMention`: somebody was chosen. */
  called?: readonly NamedSeat[] | undefined;
  onMention?: (who: NamedSeat) => void;
};

/** One field of an act's form, by its kind. */
export function ActField(props: Props) {
  const { field, label, hint, fault, value, beside, view, sides, onType, called = [], onMention } = props;
  const t = useT();
  const text = typeof value === 'string' ? value : '';
  if (field.kind === 'flag') {
    return (
      <label className={style['check']}>
        <input type="checkbox" checked={value === true} onChange={(event) => onType(event.target.checked)} />
        {label}
      </label>
    );
  }
  if (field.kind === 'confirm') {
    const texts = (field.of ?? []).map((name) => beside?.[name]).filter((one) => typeof one === 'string');
    const confirmed = Array.isArray(value) ? (value as string[]) : [];
    return (
      <Suspense>
        <ConfirmField label={label} hint={hint} texts={texts} confirmed={confirmed} onConfirm={onType} />
      </Suspense>
    );
  }
  if (isWorkKind(field.kind))
    return (
      <Suspense>
        <WorkField
          field={field}
          label={label}
          hint={hint}
          fault={fault}
          value={value}
          beside={beside ?? {}}
          work={{
            targets: view?.targets ?? null,
            gates: view?.gates ?? null,
            parts: view && partsOf(view, beside ?? {}),
          }}
          onType={onType}
        />
      </Suspense>
    );
  return (
    <FieldRow label={label} must={field.must} hint={hint} fault={fault}>
      {({ id, describedBy, invalid }) => {
        const common = {
          id,
          className: style['input'],
          'aria-describedby': describedBy,
          'aria-invalid': invalid,
          'aria-required': field.must ?? false,
        };
        switch (field.kind) {
          case 'words':
            if (field.calls && view && onMention) {
              const words = { ...common, rows: 3, maxLength: 4000, value: text, onType, onMention };
              return (
                <>
                  <MentionBox {...words} matter={view.row.id} />
                  <MentionHint called={called} />
                </>
              );
            }
            return (
              <textarea
                {...common}
                rows={3}
                maxLength={4000}
                value={text}
                onChange={(event) => onType(event.target.value)}
              />
            );
          case 'line':
            return <input {...common} maxLength={120} value={text} onChange={(event) => onType(event.target.value)} />;
          case 'day':
          case 'past':
            return (
              <DayField
                ahead={field.kind === 'day'}
                id={id}
                describedBy={describedBy}
                invalid={invalid}
                must={field.must ?? false}
                value={text}
                onChange={onType}
                onUnreadable={onType}
              />
            );
          case 'category':
            return (
              <CategoryPicker
                id={id}
                label={label}
                scheme={view?.raised?.scheme ?? ''}
                invalid={invalid}
                value={text || null}
                onChange={onType}
              />
            );
          case 'seat':
            return <HigherSeatPicker {...common} matter={view?.row.id} value={text} onChange={onType} />;
          case 'colleague':
            return (
              <Suspense>
                <ColleaguePicker
                  id={id}
                  label={label}
                  invalid={invalid}
                  matter={view?.row.id}
                  value={text}
                  onChange={onType}
                />
              </Suspense>
            );
          case 'helper':
            return <HelperPicker {...common} helpers={view?.helpers ?? []} value={text} onChange={onType} />;
          case 'kind':
            return <KindPicker {...common} kinds={view?.below.kinds ?? []} value={text} onChange={onType} />;
          case 'time':
          case 'yuan':
          case 'number':
            return (
              <input
                {...common}
                maxLength={16}
                inputMode={field.kind === 'yuan' ? 'decimal' : 'numeric'}
                value={typeof value === 'number' ? value : text}
                onChange={(event) => onType(event.target.value)}
              />
            );
          case 'parties':
          case 'came':
          case 'obligations':
          case 'obligation':
          case 'appointee': {
            const { className } = common;
            const party = { field, id, label, invalid, describedBy, className, value, view, sides: sides ?? undefined };
            return (
              <Suspense>
                <PartyFields {...party} onType={onType} />
              </Suspense>
            );
          }
          case 'where':
          case 'yesno':
          case 'stars':
          case 'color':
            return (
              <ChoiceField
                id={id}
                label={label}
                describedBy={describedBy}
                options={optionsOf(t, field)}
                value={value as boolean | number | string | null | undefined}
                onChange={onType}
              />
            );
          case 'percent':
            return (
              <input
                {...common}
                type="number"
                inputMode="numeric"
                min={0}
                max={100}
                value={typeof value === 'number' ? value : text}
                onChange={(event) => onType(event.target.value)}
              />
            );
          case 'unit':
            return (
              <UnitPicker
                must={field.must}
                id={id}
                label={label}
                among={among(field, view)}
                invalid={invalid}
                value={text || null}
                onChange={onType}
              />
            );
          case 'units':
            return (
              <UnitPicker
                many
                id={id}
                label={label}
                among={among(field, view)}
                invalid={invalid}
                value={Array.isArray(value) ? (value as string[]) : []}
                onChange={onType}
              />
            );
          case 'files':
            return (
              <FilesField
                id={id}
                describedBy={describedBy}
                value={Array.isArray(value) ? (value as TakenFile[]) : []}
                onChange={onType}
              />
            );
          default:
            return t('web.fault.here', { detail: field.kind });
        }
      }}
    </FieldRow>
  );
}

/** What may be answered to it; where it need not be, also that it was not said. */
function optionsOf(t: Translate, { kind, must }: Field): { value: boolean | number | string | null; label: string }[] {
  if (kind === 'stars') return [5, 4, 3, 2, 1].map((n) => ({ value: n, label: t('web.story.stars', { n }) }));
  if (kind === 'where')
    return ['court', 'arbitration'].map((where) => ({ value: where, label: t(`web.field.where.${where}`) }));
  if (kind === 'color')
    return SlipColor.options.map((color) => ({ value: color, label: t(`matter.slip-color.${color}`) }));
  const unsaid = must ? [] : [{ value: null, label: t('web.unsaid') }];
  return [{ value: true, label: t('web.yes') }, { value: false, label: t('web.no') }, ...unsaid];
}

/** The units that a field offers; undefined for all of the city. */
function among(field: Field, view: MatterView | undefined): string[] | undefined {
  if (field.among === 'matter') return view?.units.map((unit) => unit.unit) ?? [];
  if (field.among === 'asking') return view?.extensions.map((extension) => extension.unit) ?? [];
  return undefined;
}
