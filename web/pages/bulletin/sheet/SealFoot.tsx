import type { BulletinView } from '../../../../src/bulletins/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import style from './Sheet.module.css';

/** What the numbers were counted from: the checkpoint over all acts, whose root anybody can compute again. */
export function SealFoot({ seal }: { seal: NonNullable<BulletinView['seal']> }) {
  const { t, language } = useLanguage();
  const { instant } = useFormat();
  return (
    <footer className={style['seal']} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <p>
        {t('documents.seal', {
          checkpoint: seal.checkpoint,
          acts: seal.acts.toLocaleString('en-US'),
          at: instant(seal.at),
        })}
      </p>
      <p>
        {t('documents.seal.root')} <code>{seal.root}</code>
      </p>
    </footer>
  );
}
