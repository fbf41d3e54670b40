import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Fault } from '../../frame/Fault.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { previewQuery } from './bulletin.queries.ts';
import { BulletinDesk } from './publish/BulletinDesk.tsx';

/** The bulletin of a round before it is published: live figures, words to write. */
export function PreviewPage() {
  const { round } = useSearch({ from: '/desk/bulletins/preview' });
  const { data, error } = useQuery(previewQuery(round));
  if (data) return <BulletinDesk key={round} view={data} round={round} />;
  return error ? <Fault error={error} /> : <Waiting lines={12} />;
}
