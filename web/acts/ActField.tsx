import { lazy, Suspense } from 'react';
import type { MatterView, Registrable } from '../../src/matters/contract.ts';
import { pageWords } from '../i18n/words.ts';
import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { isWorkKind } from '../works/kinds.ts';
import { CONTROLS } from './controls.tsx';
import type { Field } from './fields.ts';
import { partsOf } from './fieldsFor.ts';
import { FieldRow } from './FieldRow.tsx';
import { FlagField } from './FlagField.tsx';
import type { Typed } from './useDraft.ts';

const WorkField = lazy(() =>
  Promise.all([import('../works/WorkField.tsx'), pageWords()]).then(([m]) => ({ default: m.WorkField })),
);

/** Few acts have something to confirm, and the rule that finds it is not small. */
const ConfirmField = lazy(() => import('./ConfirmField.tsx').then((m) => ({ default: m.ConfirmField })));

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
  /** What is to be confirmed wherever it stands. */
  known?: readonly string[] | undefined;
  /** Who is called by name in these words, where that may be; `onMention`: somebody was chosen. */
  called?: readonly NamedSeat[] | undefined;
  onMention?: (who: NamedSeat) => void;
};

/** One field of an act's form, by its kind. */
export function ActField(props: Props) {
  const { field, label, hint, fault, value, beside, view, sides, onType, known = [], called = [], onMention } = props;
  const { kind } = field;
  if (kind === 'flag') return <FlagField {...{ label, hint, fault, value, onType }} must={field.must} />;
  if (kind === 'confirm') {
    const written = (name: string): string => (typeof beside?.[name] === 'string' ? beside[name] : '');
    const texts = { question: written('question'), answer: written('answer') };
    const confirmed = Array.isArray(value) ? (value as string[]) : [];
    return (
      <Suspense>
        <ConfirmField {...{ label, hint, texts, confirmed, known }} onConfirm={onType} />
      </Suspense>
    );
  }
  if (isWorkKind(kind)) {
    const parts = view && partsOf(view, beside ?? {});
    const work = { targets: view?.targets ?? null, gates: view?.gates ?? null, place: view?.place, parts };
    return (
      <Suspense>
        <WorkField
          field={field}
          label={label}
          hint={hint}
          fault={fault}
          value={value}
          beside={beside ?? {}}
          work={work}
          onType={onType}
        />
      </Suspense>
    );
  }
  const Control = CONTROLS[kind];
  return (
    <FieldRow label={label} must={field.must} hint={hint} fault={fault}>
      {(place) => (
        <Control
          {...place}
          field={field}
          label={label}
          value={value}
          view={view}
          sides={sides}
          called={called}
          onMention={onMention}
          onType={onType}
        />
      )}
    </FieldRow>
  );
}
