import { useRef, useState } from 'react';
import { FieldRow } from '../../acts/FieldRow.tsx';
import { FilesField } from '../../files/FilesField.tsx';
import type { FileReceipt } from '../../files/receipt.ts';
import { FormFilesProvider, useSending } from '../../files/sending/useSending.ts';
import { useT } from '../../i18n/language.tsx';
import { useSession } from '../../session/session.ts';
import { ChoiceField } from '../admin/form/ChoiceField.tsx';
import { typed } from '../admin/form/RegisterForm.tsx';
import { TextField } from '../admin/form/TextField.tsx';
import { AskForm } from '../../frame/AskForm.tsx';
import style from './Debarments.module.css';
import { DayRow } from '../admin/form/DayRow.tsx';
import { WordsRow } from './fields.tsx';
import { useDebarmentAct } from './useDebarmentAct.ts';

type Kept = Pick<FileReceipt, 'id' | 'name' | 'size'>;

/** Proposes to enter somebody: who, why, by which decision; notice and hearing before it; the term. */
export function ProposeForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const { seat } = useSession().caller;
  const [files, setFiles] = useState<Kept[]>([]);
  const [lacking, setLacking] = useState(false);
  const document = useRef<HTMLDivElement>(null);
  const sending = useSending(seat, (file) => setFiles([file]), { sealed: true });
  const proposing = useDebarmentAct('/api/debarments', onDone);
  const send = (form: FormData) => {
    const [file] = files;
    setLacking(!file);
    // The browser asks for what is typed; of a file that was sent ahead it knows nothing.
    if (!file) return document.current?.querySelector('input')?.focus();
    proposing.mutate({
      kind: typed(form, 'kind'),
      told: {
        name: typed(form, 'name'),
        code: typed(form, 'code'),
        grounds: typed(form, 'grounds'),
        decision: { number: typed(form, 'number'), body: typed(form, 'body') },
        said: typed(form, 'said') || null,
      },
      file: file.id,
      decidedOn: typed(form, 'decidedOn'),
      noticedOn: typed(form, 'noticedOn'),
      hearing: { how: typed(form, 'how'), on: typed(form, 'heardOn') },
      from: typed(form, 'from'),
      until: typed(form, 'until'),
    });
  };
  const options = (from: readonly string[], key: string) =>
    from.map((value) => ({ value, label: t(`debarments.${key}.${value}`) }));
  return (
    <FormFilesProvider value={sending}>
      <AskForm
        title={t('debarments.act.propose')}
        act={t('debarments.act.propose')}
        doing={proposing}
        onSend={send}
        onCancel={onDone}
      >
        <div className={style['pair']}>
          <ChoiceField label={t('debarments.kind')} name="kind" options={options(['enterprise', 'person'], 'kind')} />
          <TextField label={t('debarments.name')} name="name" required maxLength={120} autoComplete="off" />
        </div>
        <TextField
          label={t('debarments.code')}
          name="code"
          required
          maxLength={40}
          autoCapitalize="characters"
          autoComplete="off"
          hint={`${t('debarments.code.enterprise')} / ${t('debarments.code.person')}`}
        />
        <WordsRow label={t('debarments.grounds')} name="grounds" />
        <div className={style['pair']}>
          <TextField label={t('debarments.decision-number')} name="number" required maxLength={80} autoComplete="off" />
          <TextField label={t('debarments.decision-body')} name="body" required maxLength={120} autoComplete="off" />
        </div>
        <div ref={document}>
          <FieldRow
            label={t('debarments.decision-file')}
            must
            fault={lacking && files.length === 0 ? t('debarments.decision-file.none') : undefined}
          >
            {({ id, describedBy }) => (
              <FilesField id={id} describedBy={describedBy} value={files} onChange={setFiles} />
            )}
          </FieldRow>
        </div>
        <div className={style['pair']}>
          <DayRow label={t('debarments.noticed-on')} name="noticedOn" />
          <ChoiceField
            label={t('debarments.hearing')}
            name="how"
            options={options(['heard', 'waived', 'silent'], 'hearing')}
          />
          <DayRow label={t('debarments.hearing-on')} name="heardOn" />
          <DayRow label={t('debarments.decided-on')} name="decidedOn" />
        </div>
        <WordsRow label={t('debarments.said')} name="said" must={false} />
        <div className={style['pair']}>
          <DayRow label={t('debarments.from')} name="from" />
          <DayRow label={t('debarments.until')} name="until" />
        </div>
      </AskForm>
    </FormFilesProvider>
  );
}
