import { useInfiniteQuery } from '@tanstack/react-query';
import { MoreButton } from '../../../frame/MoreButton.tsx';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { storyQuery } from '../admin.queries.ts';
import style from '../Admin.module.css';
import lines from './RegisterHistory.module.css';
import { useDeed } from './useDeed.ts';

type Props = {
  id: string;
  /** The people of whom it tells, by account. */
  people?: ReadonlyMap<string, string>;
};

/** What was done to one entry of the register, by whom and when; newest first. */
export function RegisterHistory({ id, people }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const deed = useDeed(people);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(storyQuery(id));
  return (
    <section className={style['section']} aria-labelledby={`story-${id}`}>
      <h2 id={`story-${id}`}>{t('admin.story')}</h2>
      {error && <Fault error={error} />}
      <ol className={lines['story']}>
        {data?.pages
          .flatMap(({ acts }) => acts)
          .map((act) => (
            <li key={act.id}>
              <span className="faint">{instant(act.at)}</span>
              <span>
                {act.who || t('web.story.system')} {deed(act)}
              </span>
            </li>
          ))}
      </ol>
      {hasNextPage && <MoreButton busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />}
    </section>
  );
}
