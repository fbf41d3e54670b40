import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Fault } from '../../frame/Fault.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { draftQuery } from './minutes.queries.ts';
import { ReviewDesk } from './review/ReviewDesk.tsx';

/** The review of one draft. */
export function DraftPage() {
  const { id } = useParams({ from: '/desk/minutes/$id' });
  const { data, error } = useQuery(draftQuery(id));
  if (data) return <ReviewDesk key={data.draft.id} view={data} />;
  return error ? <Fault error={error} /> : <Waiting lines={12} />;
}
