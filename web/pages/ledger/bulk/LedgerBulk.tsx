import { lazy, memo, Suspense, useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { FormAct } from '../../../acts/fields.ts';
import { BulkBar } from './BulkBar.tsx';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog.tsx')).BulkDialog }));

type Props = { rows: readonly MatterRow[]; onLeft: (ids: readonly string[]) => void };

/** The acts on chosen rows. The dialog outlives the choice: rows that are done leave the list while it still tells of them. */
export const LedgerBulk = memo(function LedgerBulk({ rows, onLeft }: Props) {
  const [doing, setDoing] = useState<{ kind: FormAct; rows: readonly MatterRow[] } | null>(null);
  return (
    <>
      {rows.length > 0 && <BulkBar rows={rows} onAct={(kind) => setDoing({ kind, rows })} onClear={() => onLeft([])} />}
      {doing && (
        <Suspense fallback={null}>
          <BulkDialog
            {...doing}
            onClose={(left) => {
              setDoing(null);
              if (left) onLeft(left);
            }}
          />
        </Suspense>
      )}
    </>
  );
});
