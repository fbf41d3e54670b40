import { Link } from '@tanstack/react-router';
import { useT } from '../i18n/language.tsx';
import { Bell } from '../notices/Bell.tsx';
import { PaletteKey } from '../palette/PaletteKey.tsx';
import { useCityName } from '../session/useCityName.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Mark } from './Mark.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SeatMenu } from './SeatMenu.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import style from './TopBar.module.css';

export function TopBar() {
  const t = useT();
  const cityName = useCityName();
  return (
    <header className={style['bar']}>
      <Link to="/" className={style['home']}>
        <Mark />
        <span className={style['city']}>{cityName}</span>
        <span className="unseen">{t('web.home')}</span>
      </Link>
      <SearchBox />
      <PaletteKey />
      <div className={style['bell']}>
        <Bell />
      </div>
      <div className={style['end']}>
        <LanguageSwitch />
        <ThemeSwitch />
        <SeatMenu />
      </div>
    </header>
  );
}
