import { useEffect } from 'react';
import type { CounterSession } from '../../../src/counter/contract.ts';
import { api } from '../../api.ts';
import { ofCity } from '../city.ts';
import { useDoing } from '../ask.ts';
import { Trouble } from '../Trouble.tsx';
import { Way } from '../way.tsx';
import { useWords } from '../words.tsx';

/** By a link that was sent: it leads to its one appeal, and out of the address at once. */
export function LinkPage({ token, onIn }: { token: string; onIn: (session: CounterSession) => void }) {
  const { t } = useWords();
  const { error, run } = useDoing();
  useEffect(() => {
    void run(async () => onIn(await api.post<CounterSession>(ofCity('/api/counter/session'), { link: token })));
    // Once for each link, whatever is made anew around it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [token]);
  return (
    <>
      <h1>{t(error ? 'appeal.link.not' : 'appeal.link')}</h1>
      {error && (
        <>
          <Trouble error={error} />
          <Way to="/appeal/follow">{t('appeal.follow')}</Way>
        </>
      )}
    </>
  );
}
