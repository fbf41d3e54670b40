import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DuplicateCount } from '../../../src/intake/duplicates/contract.ts';
import { api } from '../../api.ts';
import { useT } from '../../i18n/language.tsx';
import { useStands, type Stands } from './useStands.ts';
import style from './SampleNote.module.css';

/** That open matters say nearly the same and are not joined, in one quiet line for the supervision office; nothing where none do. */
export function DuplicatesNote({ onStands }: { onStands: Stands }) {
  const t = useT();
  const { data, isLoading } = useQuery({
    queryKey: ['duplicates', 'count'],
    queryFn: ({ signal }) => api.get<DuplicateCount>('/api/duplicates/count', signal),
  });
  useStands(!isLoading, onStands);
  if (!data || data.groups === 0) return null;
  return (
    <p className={style['line']}>
      <Link to="/duplicates">{t(data.exact ? 'web.duplicates.n' : 'web.duplicates.most', { n: data.groups })}</Link>
    </p>
  );
}
