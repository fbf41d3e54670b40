import { lazy, Suspense, type ReactNode } from 'react';
import type { MatterView, Registrable } from '../../src/matters/contract.ts';
import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { SlipColor } from '../../src/mechanism/contract.ts';
import { DayField } from '../days/DayField.tsx';
import { FilesField } from '../files/FilesField.tsx';
import { useT, type Translate } from '../i18n/language.tsx';
import { MentionBox } from '../mentions/MentionBox.tsx';
import { MentionHint } from '../mentions/MentionHint.tsx';
import { UnitPicker } from '../units/UnitPicker.tsx';
import { CategoryPicker } from './CategoryPicker.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import type { Field, RowKind } from './fields.ts';
import type { TakenFile } from './given.ts';
import { HelperPicker } from './HelperPicker.tsx';
import { HigherSeatPicker } from './HigherSeatPicker.tsx';
import { KindPicker } from './KindPicker.tsx';
import { YuanField } from './YuanField.tsx';
import style from './Field.module.css';

/** What parties and their agreements are asked by is fetched when it is needed. */
const PartyFields = lazy(() => import('./parties/PartyFields.tsx').then((m) => ({ default: m.PartyFields })));
/** Nor does one ask for help every day. */
const ColleaguePicker = lazy(() => import('./ColleaguePicker.tsx').then((m) => ({ default: m.ColleaguePicker })));

/** What a control of any kind is given: its place below a label, what stands in it, and what it is about. */
export type ControlProps = {
  field: Field;
  label: string;
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  value: unknown;
  view: MatterView | undefined;
  sides: Registrable['sides'] | undefined;
  called: readonly NamedSeat[];
  onMention: ((who: NamedSeat) => void) | undefined;
  onType: (value: unknown) => void;
};

/** The control that each kind of field is answered by. */
export const CONTROLS: Readonly<Record<RowKind, (props: ControlProps) => ReactNode>> = {
  words: Words,
  line: Line,
  day: Day,
  past: Day,
  category: Category,
  seat: (props) => (
    <HigherSeatPicker {...plain(props)} matter={props.view?.row.id} value={textOf(props)} onChange={props.onType} />
  ),
  colleague: Colleague,
  helper: (props) => (
    <HelperPicker {...plain(props)} helpers={props.view?.helpers ?? []} value={textOf(props)} onChange={props.onType} />
  ),
  kind: (props) => (
    <KindPicker {...plain(props)} kinds={props.view?.below.kinds ?? []} value={textOf(props)} onChange={props.onType} />
  ),
  time: Figure,
  number: Figure,
  yuan: Yuan,
  percent: Percent,
  parties: Party,
  came: Party,
  obligations: Party,
  obligation: Party,
  appointee: Party,
  conflicted: Party,
  where: Choice,
  ruling: Choice,
  yesno: Choice,
  stars: Choice,
  color: Choice,
  unit: Unit,
  units: Units,
  files: Files,
};

const textOf = ({ value }: ControlProps): string => (typeof value === 'string' ? value : '');

/** What a control of HTML itself carries. */
const plain = ({ field, id, describedBy, invalid }: ControlProps) => ({
  id,
  className: style['input'],
  'aria-describedby': describedBy,
  'aria-invalid': invalid,
  'aria-required': field.must ?? false,
});

function Words(props: ControlProps) {
  const { field, view, called, onMention, onType } = props;
  const words = { ...plain(props), rows: 3, maxLength: 4000, value: textOf(props) };
  if (!field.calls || !view || !onMention)
    return <textarea {...words} onChange={(event) => onType(event.target.value)} />;
  return (
    <>
      <MentionBox {...words} matter={view.row.id} onType={onType} onMention={onMention} />
      <MentionHint called={called} />
    </>
  );
}

function Line(props: ControlProps) {
  return (
    <input
      {...plain(props)}
      maxLength={120}
      value={textOf(props)}
      onChange={(event) => props.onType(event.target.value)}
    />
  );
}

function Day(props: ControlProps) {
  const { field, id, describedBy, invalid, onType } = props;
  return (
    <DayField
      ahead={field.kind === 'day'}
      id={id}
      describedBy={describedBy}
      invalid={invalid}
      must={field.must ?? false}
      value={textOf(props)}
      onChange={onType}
      onUnreadable={onType}
    />
  );
}

function Category(props: ControlProps) {
  const { id, label, invalid, view, onType } = props;
  const scheme = view?.raised?.scheme ?? '';
  return (
    <CategoryPicker
      id={id}
      label={label}
      scheme={scheme}
      invalid={invalid}
      value={textOf(props) || null}
      onChange={onType}
    />
  );
}

function Colleague(props: ControlProps) {
  const { id, label, invalid, view, onType } = props;
  const matter = view?.row.id;
  return (
    <Suspense>
      <ColleaguePicker
        id={id}
        label={label}
        invalid={invalid}
        matter={matter}
        value={textOf(props)}
        onChange={onType}
      />
    </Suspense>
  );
}

/** A number that is typed as text, so that what cannot be read stays there to be mended. */
function Figure(props: ControlProps) {
  const { value, onType } = props;
  return (
    <input
      {...plain(props)}
      maxLength={16}
      inputMode="numeric"
      value={typeof value === 'number' ? value : textOf(props)}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

function Yuan(props: ControlProps) {
  return <YuanField {...plain(props)} value={textOf(props)} onType={props.onType} />;
}

function Percent(props: ControlProps) {
  const { value, onType } = props;
  return (
    <input
      {...plain(props)}
      type="number"
      inputMode="numeric"
      min={0}
      max={100}
      value={typeof value === 'number' ? value : textOf(props)}
      onChange={(event) => onType(event.target.value)}
    />
  );
}

function Party({ field, id, label, invalid, describedBy, value, view, sides, onType }: ControlProps) {
  const of = { field, view, sides: sides ?? undefined };
  const given = { ...of, id, label, invalid, describedBy, value, className: style['input'] };
  return (
    <Suspense>
      <PartyFields {...given} onType={onType} />
    </Suspense>
  );
}

function Choice({ field, id, label, describedBy, value, onType }: ControlProps) {
  const t = useT();
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
}

function Unit(props: ControlProps) {
  const { field, id, label, invalid, view, onType } = props;
  return (
    <UnitPicker
      must={field.must}
      id={id}
      label={label}
      among={among(field, view)}
      invalid={invalid}
      value={textOf(props) || null}
      onChange={onType}
    />
  );
}

function Units({ field, id, label, invalid, value, view, onType }: ControlProps) {
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
}

function Files({ id, describedBy, value, onType }: ControlProps) {
  const taken = Array.isArray(value) ? (value as TakenFile[]) : [];
  return <FilesField id={id} describedBy={describedBy} value={taken} onChange={onType} />;
}

const RULINGS = ['upheld', 'dismissed', 'declined', 'withdrawn'];

/** What may be answered to it; where it need not be, also that it was not said. */
function optionsOf(t: Translate, { kind, must }: Field): { value: boolean | number | string | null; label: string }[] {
  if (kind === 'stars') return [5, 4, 3, 2, 1].map((n) => ({ value: n, label: t('web.story.stars', { n }) }));
  if (kind === 'where')
    return ['court', 'arbitration'].map((where) => ({ value: where, label: t(`web.field.where.${where}`) }));
  if (kind === 'ruling') return RULINGS.map((ruling) => ({ value: ruling, label: t(`web.field.ruling.${ruling}`) }));
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
