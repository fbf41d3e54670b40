import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Fault } from '../problems/Fault.tsx';
import { Waiting } from '../frame/Waiting.tsx';
import { OwnNames } from '../matters/OwnNames.tsx';
import { matterQuery } from '../matters/queries.ts';
import type { FormAct } from './fields.ts';
import type { Typed } from './useDraft.ts';

const fetchForm = () => import('./ActFormBody.tsx');
const ActFormBody = lazy(async () => ({ default: (await fetchForm()).ActFormBody }));

/** Fetches the form's code before it is asked for, so that it opens at once and without a line. */
export const formAhead = (): void => void fetchForm().catch(() => {});

type Props = {
  matter: { id: string; number: string; seq: number };
  kind: FormAct;
  onDone: () => void;
  onCancel: () => void;
  /** What the form begins with, over what the matter says. */
  begin?: Typed | undefined;
};

/**
 * The form of one act on one matter, in the list or on the matter's page. It asks for what the act and the mechanism
 * demand; `matter.seq` is the state that the person was looking at when it opened.
 */
export function ActForm({ matter, kind, onDone, onCancel, begin }: Props) {
  const { data, error } = useQuery(matterQuery(matter.id));
  if (error && !data) return <Fault error={error} />;
  if (!data) return <Waiting lines={3} />;
  return (
    <OwnNames names={data.actNames} fields={data.fieldNames}>
      <Suspense fallback={<Waiting lines={3} />}>
        <ActFormBody view={data} opened={matter.seq} kind={kind} onDone={onDone} onCancel={onCancel} begin={begin} />
      </Suspense>
    </OwnNames>
  );
}
