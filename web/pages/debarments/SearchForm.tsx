import { useState } from 'react';
import type { FoundDebarred } from '../../../src/debarments/contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { ChoiceField } from '../admin/form/ChoiceField.tsx';
import { typed } from '../admin/form/RegisterForm.tsx';
import { TextField } from '../admin/form/TextField.tsx';
import { useRegisterAct } from '../admin/form/useRegisterAct.ts';
import { AskForm } from '../../frame/AskForm.tsx';
import style from './Debarments.module.css';
import { DayRow } from '../admin/form/DayRow.tsx';
import { PurposeField } from './PurposeField.tsx';
import { Shown } from './Shown.tsx';

/** Whether somebody was debarred on a day, by what is known now and by what was known then, asked by their number and for a purpose. */
export function SearchForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const { today, day: dayWords } = useFormat();
  const [asked, setAsked] = useState<{ day: string; purpose: string } | null>(null);
  const searching = useRegisterAct<FoundDebarred>('/api/debarments/search', t('debarments.looked'));
  const kinds = (['enterprise', 'person'] as const).map((value) => ({ value, label: t(`debarments.kind.${value}`) }));
  const { found = null, then = [] } = searching.data ?? {};
  const has = (all: readonly unknown[]) => (all.length > 0 ? 'found' : 'none');
  const more = then.filter(({ row }) => !found?.some((one) => one.row.id === row.id));
  const differs = more.length > 0 || found?.length !== then.length;
  return (
    <AskForm
      title={t('debarments.search.title')}
      act={t('debarments.search')}
      doing={searching}
      onCancel={onDone}
      onSend={(form) => {
        const [day, purpose] = [typed(form, 'day'), typed(form, 'purpose')];
        setAsked({ day, purpose });
        searching.mutate({ kind: typed(form, 'kind'), code: typed(form, 'code'), day, purpose });
      }}
    >
      <div className={style['pair']}>
        <ChoiceField label={t('debarments.kind')} name="kind" options={kinds} />
        <TextField label={t('debarments.code')} name="code" required maxLength={40} autoComplete="off" />
        <DayRow label={t('debarments.on')} name="day" day={today} />
        <PurposeField />
      </div>
      {found && asked && (
        <output>
          <p>{t(`debarments.search.now.${has(found)}`, { day: dayWords(asked.day) })}</p>
          {asked.day < today && <p>{t(`debarments.search.then.${has(then)}`, { day: dayWords(asked.day) })}</p>}
          {asked.day < today && differs && <p className="quiet">{t('debarments.search.differs')}</p>}
          <p className="faint">{t('debarments.search.noted')}</p>
          {[...found, ...more].map((shown) => (
            <Shown key={shown.row.id} shown={shown} />
          ))}
        </output>
      )}
    </AskForm>
  );
}
