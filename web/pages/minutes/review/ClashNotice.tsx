import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import type { KeeperState } from './keeper.ts';
import style from './ClashNotice.module.css';

type Props = { clash: NonNullable<KeeperState['clash']>; settle: (prefer: 'mine' | 'theirs') => void };

/** Somebody else has saved too and both touched the same: shows each such item twice and asks whose stays. */
export function ClashNotice({ clash, settle }: Props) {
  const t = useT();
  const theirs = new Map(clash.view.items.map((item) => [item.id, item]));
  const words = (item: { keep: boolean; text: string } | undefined) =>
    item?.keep ? item.text : t('documents.clash.dropped', { text: item?.text ?? '' });
  return (
    <section className={style['notice']} role="alert">
      <h2>{t('documents.clash')}</h2>
      <p>{t('documents.clash.what', { theirs: clash.theirs, both: clash.both.length + (clash.meeting ? 1 : 0) })}</p>
      <ul>
        {clash.meeting && <li>{t('documents.clash.meeting')}</li>}
        {clash.both.map((mine) => (
          <li key={mine.id}>
            <span>{t('documents.clash.mine', { text: words(mine) })}</span>
            <span>{t('documents.clash.theirs', { text: words(theirs.get(mine.id)) })}</span>
          </li>
        ))}
      </ul>
      <div className={style['acts']}>
        <Button type="primary" onClick={() => settle('mine')}>
          {t('documents.clash.keep-mine')}
        </Button>
        <Button onClick={() => settle('theirs')}>{t('documents.clash.keep-theirs')}</Button>
      </div>
    </section>
  );
}
