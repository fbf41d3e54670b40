import { Link } from '@tanstack/react-router';
import type { DraftRow } from '../../../../src/intake/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import style from './DraftLead.module.css';

/** Whose draft it is and since when; and, once assigned, the way to its round. */
export function DraftLead({ draft }: { draft: DraftRow }) {
  const t = useT();
  const { instant } = useFormat();
  return (
    <span className={style['lead']}>
      <Link to="/minutes">{t('web.nav.minutes')}</Link> ·{' '}
      {t('documents.draft.by', { by: draft.by, at: instant(draft.createdAt) })}
      {draft.round && (
        <>
          {' · '}
          <Link to="/rounds/$id" params={{ id: draft.round }}>
            {t('documents.draft.to-round')}
          </Link>
        </>
      )}
    </span>
  );
}
