import type { Outside } from '../../../../src/notices/contract.ts';
import { api } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { useWay } from './useWay.ts';

/** Sends me a message by that way, and says whether it arrived; what did not can be sent once more, from where that is said. */
export function TestSend({ channel }: { channel: Outside }) {
  const t = useT();
  const testing = useWay(
    () => api.post('/api/notices/test', { channel }),
    () => announce(t('web.notices.tested')),
  );
  return (
    <>
      <Button loading={testing.isPending} onClick={() => testing.mutate(undefined)}>
        {t(testing.error ? 'web.deliveries.again' : 'web.notices.test')}
      </Button>
      {testing.error && <Fault error={testing.error} />}
    </>
  );
}
