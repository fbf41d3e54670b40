import { useState } from 'react';
import type { DebarmentShown } from '../../../src/debarments/contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { api } from '../../api.ts';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { typed } from '../admin/form/RegisterForm.tsx';
import { useRegisterAct } from '../admin/form/useRegisterAct.ts';
import { AskForm } from '../../frame/AskForm.tsx';
import style from './Debarments.module.css';
import { extractOf } from './extract.ts';
import { PurposeField } from './PurposeField.tsx';
import { Shown } from './Shown.tsx';

/** Asks what a look is for, and shows the entry; from there an extract of it, which is a look of its own. */
export function LookForm({ id, onCancel }: { id: string; onCancel: () => void }) {
  const t = useT();
  const { date, instant, today } = useFormat();
  const [purpose, setPurpose] = useState('');
  const looking = useRegisterAct<DebarmentShown>(`/api/debarments/${id}/look`, t('debarments.looked'));
  const take = async () => {
    const body = { id: uuidv7(), purpose, way: 'extract' };
    const shown = await api.act<DebarmentShown>(`/api/debarments/${id}/look`, body);
    const at = instant(new Date().toISOString());
    const text = extractOf(t, date, shown, { day: today, at, purpose });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }));
    link.download = `${t('debarments.extract.title')}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  if (looking.data)
    return (
      <>
        <Shown shown={looking.data} />
        {!['proposed', 'refused'].includes(looking.data.row.stage) && (
          <div className={style['acts']}>
            <Button onClick={() => void take()}>{t('debarments.extract')}</Button>
          </div>
        )}
      </>
    );
  return (
    <AskForm
      title={t('debarments.look')}
      act={t('debarments.look')}
      doing={looking}
      onCancel={onCancel}
      onSend={(form) => {
        setPurpose(typed(form, 'purpose'));
        looking.mutate({ purpose: typed(form, 'purpose'), way: 'look' });
      }}
    >
      <PurposeField />
    </AskForm>
  );
}
