import { useEffect, useRef } from 'react';
import { SeatRole } from '../../../../src/platform/identity/contract.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useHotkey } from '../../../keys/useHotkey.ts';
import { useUnits } from '../../../units/useUnits.ts';
import { typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';
import type { LineCells, LineField } from './fields.ts';
import style from './Roster.module.css';

type Props = {
  line: LineCells;
  fields: readonly LineField[];
  label: string;
  onSave: (to: Record<string, string>) => void;
  onCancel: () => void;
};

/** The cells of one line, to be put right. Roles and units are offered as one types. */
export function LineForm({ line, fields, label, onSave, onCancel }: Props) {
  const t = useT();
  const { units } = useUnits();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  useHotkey('Escape', onCancel);
  const offers: Readonly<Record<string, readonly string[]>> = {
    role: SeatRole.options.map((role) => t(`web.role.${role}`)),
    unit: units.map(({ name }) => name),
    parent: units.map(({ name }) => name),
  };
  return (
    <form
      ref={form}
      className={style['form']}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        onSave(Object.fromEntries(fields.map(({ name }) => [name, typed(data, name)])));
      }}
    >
      {fields.map(({ name, label: key, most, must }) => (
        <div key={name}>
          <TextField
            label={t(key)}
            name={name}
            defaultValue={String(line[name] ?? '')}
            maxLength={most}
            required={must ?? false}
            autoComplete="off"
            autoCapitalize="none"
            {...(offers[name] ? { list: `roster-${name}` } : {})}
          />
          {offers[name] && (
            <datalist id={`roster-${name}`}>
              {offers[name].map((word) => (
                <option key={word} value={word}>
                  {word}
                </option>
              ))}
            </datalist>
          )}
        </div>
      ))}
      <div className={style['ways']}>
        <Button type="primary" htmlType="submit">
          {t('roster.line.save')}
        </Button>
        <Button onClick={onCancel}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
