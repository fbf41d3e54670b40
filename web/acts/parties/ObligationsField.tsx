import type { PartyView } from '../../../src/matters/parties/parties.contract.ts';
import { DayField } from '../../days/DayField.tsx';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import field from '../Field.module.css';
import { FieldRow } from '../FieldRow.tsx';
import { YuanField } from '../YuanField.tsx';
import { sumFault } from './fen.ts';
import type { TypedObligation } from './given.ts';
import style from './Rows.module.css';

type Props = {
  id: string;
  label: string;
  parties: readonly PartyView[];
  /** Something in it is found wrong: which, stands with its line. */
  invalid: boolean;
  describedBy: string | undefined;
  value: unknown;
  onChange: (value: TypedObligation[]) => void;
};

/** What the parties promised, one after the other: who, what, how much and by when. */
export function ObligationsField({ id, label, parties, invalid, describedBy, value, onChange }: Props) {
  const t = useT();
  const rows = Array.isArray(value) ? (value as TypedObligation[]) : [{}];
  const change = (i: number, to: TypedObligation) => onChange(rows.with(i, { ...rows[i], ...to }));
  return (
    <fieldset id={id} aria-label={label} aria-describedby={describedBy} className={`${style['rows']} ${style['bare']}`}>
      {rows.map((row, i) => (
        <fieldset key={i} className={style['row']}>
          <legend>{t('web.obligations.nth', { n: i + 1 })}</legend>
          <FieldRow label={t('web.obligations.party')}>
            {({ id: at }) => (
              <select
                id={at}
                className={field['input']}
                value={row.party ?? ''}
                onChange={(event) => change(i, { party: Number(event.target.value) })}
              >
                <option value="">{t('web.candidates.choose')}</option>
                {parties.map(({ n, name }) => (
                  <option key={n} value={n}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </FieldRow>
          <FieldRow label={t('web.obligations.due')}>
            {({ id: at, describedBy, invalid }) => (
              <DayField
                ahead
                id={at}
                describedBy={describedBy}
                invalid={invalid}
                must={false}
                value={row.due ?? ''}
                onChange={(due) => change(i, { due: due ?? '' })}
                onUnreadable={(due) => change(i, { due })}
              />
            )}
          </FieldRow>
          <div className={style['wide']}>
            <FieldRow label={t('web.obligations.text')}>
              {({ id: at }) => (
                <input
                  id={at}
                  className={field['input']}
                  maxLength={400}
                  value={row.text ?? ''}
                  onChange={(event) => change(i, { text: event.target.value })}
                />
              )}
            </FieldRow>
          </div>
          <FieldRow
            label={t('web.obligations.amount')}
            hint={t('web.yuan.hint')}
            fault={invalid ? sumFault(t, row.amount, { above: true }) : undefined}
          >
            {({ id: at, describedBy: said, invalid: wrong }) => (
              <YuanField
                id={at}
                className={field['input']}
                aria-describedby={said}
                aria-invalid={wrong}
                above
                value={row.amount ?? ''}
                onType={(amount) => change(i, { amount })}
              />
            )}
          </FieldRow>
          <div className={style['wide']}>
            <Button size="small" onClick={() => onChange(rows.toSpliced(i, 1))}>
              {t('web.obligations.remove', { n: i + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button size="small" onClick={() => onChange([...rows, {}])}>
          {t('web.obligations.add')}
        </Button>
      </div>
    </fieldset>
  );
}
