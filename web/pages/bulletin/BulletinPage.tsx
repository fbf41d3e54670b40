import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from '../../frame/Button.tsx';
import { Fault } from '../../frame/Fault.tsx';
import { Page } from '../../frame/Page.tsx';
import { Waiting } from '../../frame/Waiting.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { bulletinQuery } from './bulletin.queries.ts';
import style from './list/List.module.css';
import { Published } from './publish/Published.tsx';
import { BulletinSheet } from './sheet/BulletinSheet.tsx';

/** A bulletin as it was published. */
export function BulletinPage() {
  const t = useT();
  const { instant } = useFormat();
  const { id } = useParams({ from: '/desk/bulletins/$id' });
  const { data, error } = useQuery(bulletinQuery(id));
  if (!data) return error ? <Fault error={error} /> : <Waiting lines={12} />;
  const { published, opening, closing } = data;
  return (
    <Page
      title={data.number}
      lead={
        published && (
          <span className={style['lead']}>
            <Link to="/bulletins">{t('web.nav.bulletins')}</Link> ·{' '}
            {t('documents.published', { by: published.by, at: instant(published.publishedAt) })} ·{' '}
            <Link to="/rounds/$id" params={{ id: published.round }}>
              {t('documents.bulletin.round')}
            </Link>
          </span>
        )
      }
      actions={<Button onClick={() => print()}>{t('documents.print')}</Button>}
    >
      {data.supersededBy && <Published bulletin={data.supersededBy} how="replaces" />}
      <BulletinSheet view={data} words={{ title: data.title, opening, closing }} />
    </Page>
  );
}
