import { useEffect, useRef, useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { ActField } from '../../../acts/ActField.tsx';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import type { FormAct } from '../../../acts/fields.ts';
import { givenFrom, lacking } from '../../../acts/given.ts';
import type { Typed } from '../../../acts/useDraft.ts';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { bulkFields } from './bulkActs.ts';
import style from './BulkDialog.module.css';
import { BulkResults } from './BulkResults.tsx';
import { mayPass } from './mayPass.ts';
import { useBulk } from './useBulk.ts';

type Props = {
  kind: FormAct;
  rows: readonly MatterRow[];
  /** With the rows that are still to be done; null where nothing was sent. */
  onClose: (left: readonly string[] | null) => void;
};

/** One act on many matters: asked once, sent row by row, answered by each. */
export function BulkDialog({ kind, rows, onClose }: Props) {
  const { t, find } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const { answers, going, run } = useBulk(kind);
  useEffect(() => dialog.current?.showModal(), []);
  const fields = bulkFields(kind);
  const words = (name: string): string => {
    const own = `web.field.${kind}.${name}`;
    return t(find(own) ? own : `web.field.${name}`);
  };
  const failed = rows.filter((row) => answers.get(row.id)?.state === 'failed');
  const again = failed.filter((row) => {
    const answer = answers.get(row.id);
    return answer?.state === 'failed' && mayPass(answer.error);
  });
  const sent = answers.size > 0;
  const send = (some: readonly MatterRow[]) => {
    if (going || some.length === 0) return;
    const given = givenFrom(fields, typed);
    const lack = lacking(fields, given);
    setMissing(lack);
    if (!lack.length) void run(some, given);
  };
  const close = () => onClose(sent ? failed.map((row) => row.id) : null);
  return (
    <dialog
      ref={dialog}
      className={style['dialog']}
      aria-labelledby="bulk-title"
      onCancel={(event) => going && event.preventDefault()}
      onClose={close}
    >
      <h2 id="bulk-title">{t('ledger.bulk.act', { act: t(`matter.act.${kind}`), n: rows.length })}</h2>
      <form
        noValidate
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault();
          send(sent ? again : rows);
        }}
      >
        <div hidden={sent && !going && again.length === 0} className={style['fields']}>
          {fields.map((field) => (
            <ActField
              key={field.name}
              field={field}
              label={words(field.name)}
              fault={missing.includes(field.name) ? t('web.field.must', { field: words(field.name) }) : undefined}
              value={typed[field.name]}
              view={undefined}
              onType={(value) => setTyped((had) => ({ ...had, [field.name]: value }))}
            />
          ))}
        </div>
        <BulkResults rows={rows} answers={answers} />
        <div className={style['acts']}>
          {(!sent || going || again.length > 0) && (
            <Button type="primary" htmlType="submit" loading={going}>
              {sent && !going ? t('ledger.bulk.again', { n: again.length }) : t(`matter.act.${kind}`)}
            </Button>
          )}
          <Button disabled={going} onClick={() => dialog.current?.close()}>
            {t(sent ? 'web.close' : 'web.cancel')}
          </Button>
          <ActHelp kind={kind} />
        </div>
      </form>
    </dialog>
  );
}
