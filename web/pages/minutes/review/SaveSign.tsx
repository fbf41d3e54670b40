import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { faultText } from '../../../problems/faultText.ts';
import type { KeeperState } from './keeper.ts';
import style from './SaveSign.module.css';

type Props = Pick<KeeperState, 'sign' | 'error' | 'merged'> & { again: () => void };

/** Whether what was written is with the server; if not, why, and that it is kept here. */
export function SaveSign({ sign, error, merged, again }: Props) {
  const t = useT();
  return (
    <output className={style['sign']} data-sign={sign}>
      {merged > 0 && sign !== 'failed' ? t('documents.save.merged', { n: merged }) : t(`documents.save.${sign}`)}
      {sign === 'failed' && (
        <>
          <span className={style['why']}>{faultText(t, error)}</span>
          <Button size="small" type="link" onClick={again}>
            {t('web.again')}
          </Button>
        </>
      )}
    </output>
  );
}
