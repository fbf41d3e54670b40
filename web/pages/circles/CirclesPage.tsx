import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Nothing } from '../../frame/Nothing.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useT } from '../../i18n/language.tsx';
import { Fault } from '../../problems/Fault.tsx';
import { CircleCard } from './CircleCard.tsx';
import { circlesQuery } from '../../circles/circles.queries.ts';

/** Who reads the sealed matters of each mechanism: named and un-named by those who are, the first by an administrator. */
export function CirclesPage() {
  const t = useT();
  const { data, error, isPending } = useQuery(circlesQuery);
  return (
    <Page title={t('circles.title')} lead={t('circles.lead')} width="reading">
      {isPending && <Waiting lines={4} />}
      {error && <Fault error={error} />}
      {data?.rows.length === 0 && (
        <Nothing say={t('circles.none')}>
          <Link to="/">{t('web.home')}</Link>
        </Nothing>
      )}
      {data?.rows.map((circle) => (
        <CircleCard key={circle.mechanism} circle={circle} />
      ))}
    </Page>
  );
}
