import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptOriginator, WishRow } from '../../../../src/privacy/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import style from '../Admin.module.css';
import { RegisterForm, typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import { useRegisterAct } from '../form/useRegisterAct.ts';

type Props = { kept: KeptOriginator; wish?: WishRow; onDone?: () => void };
type Doing = 'erase' | 'export' | 'decline';

/** Somebody whose data is kept, masked; exporting and erasing ask what for, and say before what will be gone. */
export function KeptCard({ kept, wish, onDone }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing | null>(null);
  const { originator, kind, enterprise, masked, matters, open, numbers, contacts, erasedAt } = kept;
  const done = () => {
    setDoing(null);
    onDone?.();
    void queries.invalidateQueries({ queryKey: ['transfers'] });
  };
  const erasing = useRegisterAct(`/api/originators/${originator}/acts`, t('admin.privacy.erased'), done);
  const exporting = useRegisterAct<unknown>('/api/privacy/exports', t('admin.privacy.exporting'), done);
  const declining = useRegisterAct(`/api/privacy/wishes/${wish?.wish}/decline`, t('admin.privacy.declined'), done);
  const name = enterprise ?? t(`admin.privacy.kind.${kind}`);
  return (
    <article className={style['section']} aria-label={name}>
      <strong>{name}</strong>
      <dl className={style['facts']}>
        <dt>{t('admin.contacts')}</dt>
        <dd>{masked.length > 0 ? t('personal.list', { list: masked }) : t('admin.privacy.no-contacts')}</dd>
        <dt>{t('admin.privacy.matters')}</dt>
        <dd>
          {t('admin.privacy.matters.n', { n: matters, open })} <span className="quiet">{numbers.join(' ')}</span>
        </dd>
        {wish && (
          <>
            <dt>{t('admin.privacy.asked')}</dt>
            <dd>{instant(wish.at)}</dd>
          </>
        )}
        {erasedAt && (
          <>
            <dt>{t('personal.erased')}</dt>
            <dd>{instant(erasedAt)}</dd>
          </>
        )}
      </dl>
      {doing === null && !erasedAt && (
        <div className={style['acts']}>
          <Button onClick={() => setDoing('export')}>{t('admin.privacy.export')}</Button>
          <Button danger onClick={() => setDoing('erase')}>
            {t('admin.privacy.erase')}
          </Button>
          {wish && <Button onClick={() => setDoing('decline')}>{t('admin.privacy.decline')}</Button>}
        </div>
      )}
      {doing === 'erase' && (
        <RegisterForm
          kind="erase-originator"
          title={t('admin.privacy.erase-of', { name })}
          act={t('admin.privacy.erase.sure')}
          lead={t('admin.privacy.erase.lead', { contacts, matters, open })}
          danger
          doing={erasing}
          onCancel={() => setDoing(null)}
          onSend={(form) => erasing.mutate({ kind: 'erase-originator', given: { purpose: typed(form, 'purpose') } })}
        >
          <TextField label={t('admin.privacy.why')} name="purpose" required maxLength={200} autoComplete="off" />
        </RegisterForm>
      )}
      {doing === 'export' && (
        <RegisterForm
          kind="show-contact"
          title={t('admin.privacy.export')}
          act={t('admin.privacy.export')}
          lead={t('admin.privacy.export.lead')}
          doing={exporting}
          onCancel={() => setDoing(null)}
          onSend={(form) => exporting.mutate({ originator, purpose: typed(form, 'purpose') })}
        >
          <TextField label={t('admin.contact.purpose')} name="purpose" required maxLength={200} autoComplete="off" />
        </RegisterForm>
      )}
      {doing === 'decline' && (
        <RegisterForm
          kind="decline-erasure"
          title={t('admin.privacy.decline')}
          act={t('admin.privacy.decline')}
          lead={t('admin.privacy.decline.lead')}
          doing={declining}
          onCancel={() => setDoing(null)}
          onSend={(form) => declining.mutate({ reason: typed(form, 'reason') })}
        >
          <TextField label={t('admin.privacy.why')} name="reason" required maxLength={400} autoComplete="off" />
        </RegisterForm>
      )}
    </article>
  );
}
