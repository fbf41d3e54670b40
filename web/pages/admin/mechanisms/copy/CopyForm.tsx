import { useState } from 'react';
import type { MechanismRow } from '../../../../../src/matters/mechanisms/mechanism.contract.ts';
import { Mechanism } from '../../../../../src/mechanism/contract.ts';
import { Button } from '../../../../frame/Button.tsx';
import { useT } from '../../../../i18n/language.tsx';
import { typed } from '../../form/RegisterForm.tsx';
import { TextField } from '../../form/TextField.tsx';
import form from '../../../../frame/AskForm.module.css';
import type { Called } from './copied.ts';

/** What the copy will be called; nothing is kept in the ledger until it is published. */
export function CopyForm({ rows, onCalled }: { rows: readonly MechanismRow[]; onCalled: (called: Called) => void }) {
  const t = useT();
  const [fault, setFault] = useState<string>();
  return (
    <form
      className={form['form']}
      aria-label={t('admin.mechanism.copy.called')}
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const called = { key: typed(given, 'key'), zh: typed(given, 'zh'), en: typed(given, 'en') };
        const isKey = Mechanism.shape.key.safeParse(called.key).success;
        if (!isKey) setFault(t('admin.mechanism.copy.key.malformed'));
        else if (rows.some(({ key }) => key === called.key)) setFault(t('admin.mechanism.copy.key.taken'));
        else onCalled(called);
      }}
    >
      <TextField label={t('admin.mechanism.copy.zh')} name="zh" required maxLength={40} autoComplete="off" />
      <TextField label={t('admin.mechanism.copy.en')} name="en" required maxLength={80} autoComplete="off" />
      <TextField
        label={t('admin.mechanism.copy.key')}
        name="key"
        required
        maxLength={41}
        autoComplete="off"
        autoCapitalize="none"
        hint={t('admin.mechanism.copy.key.hint')}
        fault={fault}
      />
      <div className={form['acts']}>
        <Button type="primary" htmlType="submit">
          {t('admin.mechanism.copy.begin')}
        </Button>
      </div>
    </form>
  );
}
