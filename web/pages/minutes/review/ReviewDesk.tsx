import { useRef } from 'react';
import { mayWriteDrafts } from '../../../../src/intake/draft-access.rules.ts';
import type { DraftView } from '../../../../src/intake/contract.ts';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useSession } from '../../../session/session.ts';
import { AssignBar } from '../assign/AssignBar.tsx';
import { DraftPane } from '../items/DraftPane.tsx';
import { SourcePane } from '../source/SourcePane.tsx';
import { ClashNotice } from './ClashNotice.tsx';
import { DraftLead } from './DraftLead.tsx';
import { LinkContext } from './link.ts';
import { SideTabs } from './SideTabs.tsx';
import { useFill } from './useFill.ts';
import { useLinked } from './useLinked.ts';
import { useReview } from './useReview.ts';
import { useScrollTogether } from './useScrollTogether.ts';
import style from './ReviewDesk.module.css';

/** The two columns: the source with each item in its place, the draft by area; and the bar that assigns. */
export function ReviewDesk({ view }: { view: DraftView }) {
  const t = useT();
  const { keeper, review, sign, error, clash, merged } = useReview(view);
  const [desk, source, draft] = [useRef<HTMLDivElement>(null), useRef<HTMLElement>(null), useRef<HTMLElement>(null)];
  const { link, shown, show } = useLinked(desk);
  useFill(desk);
  useScrollTogether(source, draft);
  const { role } = useSession().caller;
  const locked = view.draft.status === 'assigned' || !mayWriteDrafts(role);
  return (
    <Page title={view.draft.title || t('documents.draft')} lead={<DraftLead draft={view.draft} />}>
      {clash && <ClashNotice clash={clash} settle={keeper.settle} />}
      <SideTabs shown={shown} show={show} />
      <LinkContext value={link}>
        <div ref={desk} className={style['desk']} data-shown={shown} data-locked={locked}>
          <section ref={source} className={style['pane']} data-side="source" aria-label={t('documents.source')}>
            <SourcePane articles={view.articles} review={review} edit={keeper.edit} locked={locked} />
          </section>
          <section
            ref={draft}
            className={style['pane']}
            data-side="draft"
            aria-label={t('documents.draft')}
            {...(locked ? { tabIndex: 0 } : {})}
          >
            <DraftPane review={review} edit={keeper.edit} locked={locked} />
          </section>
        </div>
      </LinkContext>
      {!locked && (
        <AssignBar
          draft={view.draft.id}
          review={review}
          sign={sign}
          error={error}
          merged={merged}
          flush={keeper.flush}
        />
      )}
    </Page>
  );
}
