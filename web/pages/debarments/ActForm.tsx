import { useState } from 'react';
import type { DebarmentActKind, DebarmentRow } from '../../../src/debarments/contract.ts';
import field from '../../acts/Field.module.css';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { ChoiceField } from '../admin/form/ChoiceField.tsx';
import { typed } from '../admin/form/RegisterForm.tsx';
import { AskForm } from '../../frame/AskForm.tsx';
import { DayRow } from '../admin/form/DayRow.tsx';
import { WordsRow } from './fields.tsx';
import { useDebarmentAct } from './useDebarmentAct.ts';

const OUTCOMES: Partial<Record<DebarmentActKind, readonly string[]>> = {
  'decide-review': ['upheld', 'shortened', 'lifted'],
  'end-appeal': ['upheld', 'shortened', 'annulled', 'dropped'],
};
const DATED: readonly DebarmentActKind[] = ['ask-review', 'appeal', 'end-appeal', 'note-late', 'lift'];
const FOLLOWS = ['declined', 'passed-on', 'looked-into'] as const;

/** What one act on an entry asks for. */
export function ActForm({ row, kind, onDone }: { row: DebarmentRow; kind: DebarmentActKind; onDone: () => void }) {
  const t = useT();
  const { date, today } = useFormat();
  const outcomes = OUTCOMES[kind];
  const late = kind === 'note-late';
  const [outcome, setOutcome] = useState(outcomes?.[0] ?? '');
  const doing = useDebarmentAct(`/api/debarments/${row.id}/acts`, onDone);
  const words = t(`debarments.act.${kind}`);
  const send = (form: FormData) => {
    const given = {
      ...(kind === 'approve' ? {} : { reason: typed(form, 'reason') }),
      ...(DATED.includes(kind) ? { on: typed(form, 'on') } : {}),
      ...(kind === 'appeal' ? { to: typed(form, 'to') } : {}),
      ...(late ? { by: typed(form, 'by'), follows: typed(form, 'follows') } : {}),
      ...(outcomes ? { outcome } : {}),
      ...(outcome === 'shortened' ? { until: typed(form, 'until') } : {}),
    };
    doing.mutate({ kind, given });
  };
  const to = row.contest.flatMap(({ by, open }) =>
    open && by !== 'review' ? [{ value: by, label: t(`debarments.to.${by}`) }] : [],
  );
  const over = row.contest.flatMap(({ by, last, open }) =>
    open || last === null
      ? []
      : [{ value: by, label: t('debarments.late.by', { by: t(`debarments.late.${by}`), last: date(last) }) }],
  );
  const follows = FOLLOWS.map((one) => ({ value: one, label: t(`debarments.late.${one}`) }));
  return (
    <AskForm
      title={words}
      act={words}
      lead={late ? t('debarments.late.lead') : undefined}
      doing={doing}
      onSend={send}
      onCancel={onDone}
    >
      {late && <ChoiceField label={t('debarments.late.how')} name="by" options={over} />}
      {kind === 'appeal' && <ChoiceField label={t('debarments.to')} name="to" options={to} />}
      {outcomes && (
        <FieldRow label={t('debarments.outcome')}>
          {({ id }) => (
            <select
              id={id}
              className={field['input']}
              value={outcome}
              onChange={(event) => setOutcome(event.target.value)}
            >
              {outcomes.map((one) => (
                <option key={one} value={one}>
                  {t(`debarments.outcome.${one}`)}
                </option>
              ))}
            </select>
          )}
        </FieldRow>
      )}
      {outcome === 'shortened' && <DayRow label={t('debarments.new-until')} name="until" />}
      {DATED.includes(kind) && (
        <DayRow label={t(late ? 'debarments.late.on' : 'debarments.on')} name="on" day={today} />
      )}
      {late && <ChoiceField label={t('debarments.late.follows')} name="follows" options={follows} />}
      {kind !== 'approve' && <WordsRow label={t(late ? 'debarments.late.said' : 'debarments.reason')} name="reason" />}
    </AskForm>
  );
}
