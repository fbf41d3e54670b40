import { useRef, useState } from 'react';
import type { DebarmentRow, ServiceHow, ServiceOf } from '../../../src/debarments/contract.ts';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { FilesField } from '../../files/FilesField.tsx';
import type { FileReceipt } from '../../files/receipt.ts';
import { FormFilesProvider, useSending } from '../../files/sending/useSending.ts';
import { useFormat } from '../../format/useFormat.ts';
import { AskForm } from '../../frame/AskForm.tsx';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import { ChoiceField } from '../admin/form/ChoiceField.tsx';
import { DayRow } from '../admin/form/DayRow.tsx';
import { typed } from '../admin/form/RegisterForm.tsx';
import style from './Debarments.module.css';
import { WordsRow } from './fields.tsx';
import { useDebarmentAct } from './useDebarmentAct.ts';

type Kept = Pick<FileReceipt, 'id' | 'name' | 'size'>;
const HOW: readonly ServiceHow[] = ['in-person', 'post', 'notice', 'electronic'];

/** Notes that a decision was served: which, when, how, with the proof; what was noted before is put right with a reason. */
export function ServiceForm({ row, onDone }: { row: DebarmentRow; onDone: () => void }) {
  const t = useT();
  const { today } = useFormat();
  const { seat } = useSession().caller;
  const { service } = row;
  // What is still to be noted comes first.
  const both: ServiceOf[] = service.decision ? ['reconsideration', 'decision'] : ['decision', 'reconsideration'];
  const those = service.reconsideredOn ? both : (['decision'] as const);
  const [of, setOf] = useState<ServiceOf>(those[0]!);
  const [files, setFiles] = useState<Kept[]>([]);
  const [lacking, setLacking] = useState(false);
  const proof = useRef<HTMLDivElement>(null);
  const sending = useSending(seat, (file) => setFiles([file]), { sealed: true });
  const noting = useDebarmentAct(`/api/debarments/${row.id}/acts`, onDone);
  const words = t('debarments.act.note-service');
  const send = (form: FormData) => {
    const [file] = files;
    setLacking(!file);
    if (!file) return proof.current?.querySelector('input')?.focus();
    const reason = service[of] ? typed(form, 'reason') : null;
    const given = { of, on: typed(form, 'on'), how: typed(form, 'how'), file: file.id, reason };
    noting.mutate({ kind: 'note-service', given });
  };
  return (
    <FormFilesProvider value={sending}>
      <AskForm
        title={words}
        act={words}
        lead={t('debarments.service.lead')}
        doing={noting}
        onSend={send}
        onCancel={onDone}
      >
        <div className={style['pair']}>
          <ChoiceField
            label={t('debarments.service.of')}
            name="of"
            options={those.map((value) => ({ value, label: t(`debarments.service.of.${value}`) }))}
            onChange={(value) => setOf(value as ServiceOf)}
          />
          <ChoiceField
            label={t('debarments.service.how')}
            name="how"
            options={HOW.map((value) => ({ value, label: t(`debarments.service.how.${value}`) }))}
          />
          <DayRow label={t('debarments.service.on')} name="on" day={today} />
        </div>
        <div ref={proof}>
          <FieldRow
            label={t('debarments.service.file')}
            hint={t('debarments.service.file.hint')}
            must
            fault={lacking && files.length === 0 ? t('debarments.service.file.none') : undefined}
          >
            {({ id, describedBy }) => (
              <FilesField id={id} describedBy={describedBy} value={files} onChange={setFiles} />
            )}
          </FieldRow>
        </div>
        {service[of] && <WordsRow label={t('debarments.service.again')} name="reason" />}
      </AskForm>
    </FormFilesProvider>
  );
}
