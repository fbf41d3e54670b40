import { useT } from '../i18n/language.tsx';
import style from './DraftMark.module.css';
import { useWaitingActs } from './waiting.ts';

/** That words for a matter wait on this machine, and for which acts; nothing where none do. */
export function DraftMark({ matter }: { matter: string }) {
  const t = useT();
  const kinds = useWaitingActs(matter);
  if (kinds.length === 0) return null;
  return (
    <span className={style['mark']} title={t('acts.draft.of', { acts: kinds.map((kind) => t(`matter.act.${kind}`)) })}>
      {t('acts.draft')}
    </span>
  );
}

/** The same on the button of one act. */
export const DraftOnButton = () => <span className={style['mark']}>{useT()('acts.draft')}</span>;
