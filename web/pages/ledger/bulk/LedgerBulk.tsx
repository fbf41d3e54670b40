import { useQuery } from '@tanstack/react-query';
import { lazy, memo, Suspense, useState } from 'react';
import type { MatterRow } from '../../../../src/matters/contract.ts';
import type { ActNames } from '../../../../src/mechanism/contract.ts';
import type { FormAct } from '../../../acts/fields.ts';
import { OwnNames } from '../../../matters/OwnNames.tsx';
import { mechanismsQuery } from '../../admin/mechanisms/mechanism.queries.ts';
import { BulkBar } from './BulkBar.tsx';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog.tsx')).BulkDialog }));

type Props = { rows: readonly MatterRow[]; onLeft: (ids: readonly string[]) => void };

const NOTHING: ReadonlyMap<string, string> = new Map();

/**
 * The acts on chosen rows. What is done is chosen no more, what was refused stays chosen with its reason. The dialog outlives the
 * choice: rows that are done leave the list while it still tells of them.
 */
export const LedgerBulk = memo(function LedgerBulk({ rows, onLeft }: Props) {
  const [doing, setDoing] = useState<{ kind: FormAct; rows: readonly MatterRow[] } | null>(null);
  const [why, setWhy] = useState(NOTHING);
  const leave = (left: ReadonlyMap<string, string>) => {
    setWhy(left);
    onLeft([...left.keys()]);
  };
  const names = useNames(doing?.rows ?? rows);
  return (
    <OwnNames names={names}>
      {rows.length > 0 && (
        <BulkBar rows={rows} why={why} onAct={(kind) => setDoing({ kind, rows })} onClear={() => leave(NOTHING)} />
      )}
      {doing && (
        <Suspense fallback={null}>
          <BulkDialog {...doing} onRan={leave} onClose={() => setDoing(null)} />
        </Suspense>
      )}
    </OwnNames>
  );
});

/** What the acts are called among these rows: by their mechanism’s own names where all are of one, else as everywhere. */
function useNames(rows: readonly MatterRow[]): ActNames {
  const { data } = useQuery({ ...mechanismsQuery, enabled: rows.length > 0 });
  const [key, ...others] = new Set(rows.map(({ mechanism }) => mechanism));
  return (others.length === 0 && data?.find((one) => one.key === key)?.actNames) || NO_NAMES;
}
const NO_NAMES: ActNames = {};
