import { useId } from 'react';
import { Button } from '../../frame/Button.tsx';
import { useLanguage } from '../../i18n/language.tsx';
import { EnterprisePicker } from '../../pages/register/EnterprisePicker.tsx';
import { FieldRow } from '../FieldRow.tsx';
import field from '../Field.module.css';
import type { TypedParty } from './given.ts';
import style from './Rows.module.css';

export type Sides = Readonly<Record<string, { zh: string; en: string; optional?: boolean | undefined }>>;
type Props = { id: string; label: string; sides: Sides; value: unknown; onChange: (value: TypedParty[]) => void };
const KINDS = ['enterprise', 'person'] as const;

/** Those who stand against each other: at first one on each side on which somebody must stand. */
export function PartiesField({ id, label, sides, value, onChange }: Props) {
  const { t, language } = useLanguage();
  const name = useId();
  const keys = Object.keys(sides);
  const must = keys.filter((key) => !sides[key]!.optional);
  const rows = Array.isArray(value) ? (value as TypedParty[]) : must.map((side): TypedParty => ({ side }));
  const change = (i: number, to: TypedParty) => onChange(rows.with(i, { ...rows[i], ...to }));
  return (
    <fieldset id={id} aria-label={label} className={`${style['rows']} ${style['bare']}`}>
      {rows.map((row, i) => {
        const { side = keys[0], kind = 'enterprise', enterprise = null } = row;
        const of = (what: 'name' | 'agent' | 'contact') => (
          <FieldRow label={t(`web.parties.${what}`)}>
            {({ id: at }) => (
              <input
                id={at}
                className={field['input']}
                maxLength={what === 'agent' ? 60 : 120}
                autoComplete="off"
                value={row[what] ?? ''}
                onChange={(event) => change(i, { side: side!, [what]: event.target.value })}
              />
            )}
          </FieldRow>
        );
        return (
          <fieldset key={i} className={style['row']}>
            <legend>{t('web.parties.nth', { n: i + 1 })}</legend>
            <FieldRow label={t('web.parties.side')}>
              {({ id: at }) => (
                <select
                  id={at}
                  className={field['input']}
                  value={side}
                  onChange={(event) => change(i, { side: event.target.value })}
                >
                  {keys.map((key) => (
                    <option key={key} value={key}>
                      {sides[key]![language]}
                    </option>
                  ))}
                </select>
              )}
            </FieldRow>
            <FieldRow label={t('web.parties.kind')}>
              {({ id: at }) => (
                <select
                  id={at}
                  className={field['input']}
                  value={kind}
                  onChange={(event) => change(i, { side: side!, kind: event.target.value as (typeof KINDS)[number] })}
                >
                  {KINDS.map((one) => (
                    <option key={one} value={one}>
                      {t(`web.parties.kind.${one}`)}
                    </option>
                  ))}
                </select>
              )}
            </FieldRow>
            {kind === 'enterprise' && (
              <div className={style['wide']}>
                <EnterprisePicker
                  id={`${name}${i}`}
                  label={t('web.register.enterprise.pick')}
                  invalid={false}
                  value={enterprise}
                  onChange={(chosen) => change(i, { side: side!, enterprise: chosen })}
                />
              </div>
            )}
            {(kind === 'person' || !enterprise || enterprise.typed) && of('name')}
            {of('agent')}
            {of('contact')}
            {rows.length > 1 && (
              <div className={style['wide']}>
                <Button size="small" onClick={() => onChange(rows.toSpliced(i, 1))}>
                  {t('web.parties.remove', { n: i + 1 })}
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      <div>
        <Button size="small" onClick={() => onChange([...rows, { side: must.at(-1)! }])}>
          {t('web.parties.add')}
        </Button>
      </div>
    </fieldset>
  );
}
