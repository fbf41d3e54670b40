import { useEffect, useRef, useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import { ActField } from '../../../acts/ActField.tsx';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import type { FormAct } from '../../../acts/fields.ts';
import { givenFrom, lacking } from '../../../acts/given.ts';
import type { Typed } from '../../../acts/useDraft.ts';
import { useMissing } from '../../../acts/useMissing.ts';
import { Button } from '../../../frame/Button.tsx';
import { useLanguage } from '../../../i18n/language.tsx';
import { faultText } from '../../../problems/faultText.ts';
import { bulkFields } from './bulkActs.ts';
import sheet from '../../../frame/dialog.module.css';
import style from './BulkDialog.module.css';
import { BulkResults } from './BulkResults.tsx';
import { mayPass } from './mayPass.ts';
import { useBulk, type Answers } from './useBulk.ts';
import { useUnable } from './useUnable.ts';

type Props = {
  kind: FormAct;
  rows: readonly MatterRow[];
  /** After each run, with those that are still to be done, and why each was not. */
  onRan: (left: ReadonlyMap<string, string>) => void;
  onClose: () => void;
};

/** One act on many matters: told beforehand which cannot take it, asked once, sent row by row, answered by each. */
export function BulkDialog({ kind, rows, onRan, onClose }: Props) {
  const { t, find } = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const { asking, unable } = useUnable(kind, rows);
  const { answers, going, run } = useBulk(kind);
  useEffect(() => dialog.current?.showModal(), []);
  const fields = bulkFields(kind);
  const [missing, setMissing] = useMissing(() => lacking(fields, givenFrom(fields, typed)));
  const words = (name: string): string => {
    const own = `web.field.${kind}.${name}`;
    return t(find(own) ? own : `web.field.${name}`);
  };
  const sent = answers.size > 0;
  const able = rows.filter(({ id }) => !unable.has(id));
  const again = rows.filter(({ id }) => {
    const answer = answers.get(id);
    return answer?.state === 'failed' && mayPass(answer.error);
  });
  const next = sent ? again : able;
  const left = (after: Answers) =>
    new Map(
      rows.flatMap(({ id }): [string, string][] => {
        const answer = after.get(id);
        if (answer?.state === 'failed') return [[id, faultText(t, answer.error)]];
        const why = unable.get(id);
        return why !== undefined && !answer ? [[id, why]] : [];
      }),
    );
  const send = async () => {
    if (going || asking || next.length === 0) return;
    const given = givenFrom(fields, typed);
    const lack = lacking(fields, given);
    setMissing(lack);
    if (!lack.length) onRan(left(await run(next, given)));
  };
  const name = t(`matter.act.${kind}`);
  const some = !sent && unable.size > 0;
  return (
    <dialog
      ref={dialog}
      className={`${sheet['dialog']} ${style['dialog']}`}
      aria-labelledby="bulk-title"
      onCancel={(event) => going && event.preventDefault()}
      onClose={onClose}
    >
      <h2 id="bulk-title">{t('ledger.bulk.act', { act: name, n: rows.length })}</h2>
      <form
        noValidate
        className={style['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <div hidden={!going && next.length === 0} className={style['fields']}>
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
        <BulkResults rows={rows} answers={answers} unable={unable} act={name} />
        <div className={style['acts']}>
          {(going || next.length > 0) && (
            <Button type="primary" htmlType="submit" loading={going || asking}>
              {sent && !going
                ? t('ledger.bulk.again', { n: again.length })
                : some
                  ? t('ledger.bulk.others', { act: name, n: able.length })
                  : name}
            </Button>
          )}
          <Button disabled={going} onClick={() => dialog.current?.close()}>
            {t(sent || next.length === 0 ? 'web.close' : 'web.cancel')}
          </Button>
          <ActHelp kind={kind} />
        </div>
      </form>
    </dialog>
  );
}
