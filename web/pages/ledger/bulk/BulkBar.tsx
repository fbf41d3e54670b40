import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { FormAct } from '../../../acts/fields.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { ExportButton } from '../../../transfers/ExportButton.tsx';
import { bulkActs } from './bulkActs.ts';
import style from './BulkBar.module.css';
import { BulkLeft } from './BulkLeft.tsx';

type Props = {
  rows: readonly MatterRow[];
  /** Why the last act was not done, of those of the rows on which it was not. */
  why: ReadonlyMap<string, string>;
  onAct: (kind: FormAct) => void;
  onClear: () => void;
};

/** What can be done with the rows that are chosen. It floats over the foot of the list for as long as any is. */
export function BulkBar({ rows, why, onAct, onClear }: Props) {
  const t = useT();
  const { role } = useSession().caller;
  return (
    <section className={style['bar']} aria-label={t('ledger.bulk')}>
      <span className={style['count']} aria-live="polite">
        {t('ledger.bulk.chosen', { n: rows.length })}
      </span>
      <button type="button" className={style['clear']} onClick={onClear}>
        {t('ledger.bulk.clear')}
      </button>
      <div className={style['acts']}>
        {bulkActs(role).map((kind) => (
          <Button key={kind} onClick={() => onAct(kind)}>
            {t(`matter.act.${kind}`)}
          </Button>
        ))}
        <ExportButton
          list={{
            kind: 'chosen',
            title: t('ledger.bulk.title'),
            ids: rows.map((row) => row.id),
            numbers: rows.map((row) => row.number),
          }}
        />
      </div>
      <BulkLeft rows={rows} why={why} />
    </section>
  );
}
