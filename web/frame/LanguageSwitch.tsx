import { useLanguage } from '../i18n/language.tsx';
import style from './BarButton.module.css';

/** Names the other language in its own words; no flag. */
export function LanguageSwitch() {
  const { language, speak, t } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className={style['button']}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      title={t('web.language.switch')}
      onClick={() => void speak(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  );
}
