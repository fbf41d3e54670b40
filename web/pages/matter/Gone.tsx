import { Link } from '@tanstack/react-router';
import { ApiProblem } from '../../api.ts';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { useT } from '../../i18n/language.tsx';

/** Whether what was read a moment ago is there no more for this reader. */
export const isGone = (error: Error | null): boolean => error instanceof ApiProblem && error.problem.status === 404;

/** In place of a matter that the reader has just left, or that was taken from them: nothing went wrong, and what they did is kept. */
export function Gone({ number }: { number: string }) {
  const t = useT();
  return (
    <Page title={t('web.matter.gone')} tab={number} width="reading">
      <Nothing say={t('web.matter.gone.why', { number })}>
        <Link to="/">{t('web.matter.gone.desk')}</Link>
        <Link to="/ledger">{t('web.matter.gone.ledger')}</Link>
      </Nothing>
    </Page>
  );
}
