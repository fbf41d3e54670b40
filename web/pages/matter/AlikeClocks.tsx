import type { ReactNode } from 'react';
import type { ClockTold, MatterView } from '../../../src/matters/contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Slip } from '../../slips/Slip.tsx';
import style from './Clocks.module.css';

type Props = { clocks: readonly ClockTold[]; view: MatterView; children: ReactNode };

/** Clocks of many units that say the same, as one line that opens: how many units, which clock, how it stands; `children` each of them. */
export function AlikeClocks({ clocks, view, children }: Props) {
  const { t, language } = useLanguage();
  const first = clocks[0]!;
  const clock = view.clockNames[first.clock]?.[language] ?? first.clock;
  return (
    <li>
      <details className={style['alike']}>
        <summary>
          <span className={style['head']}>
            {t('web.clocks.alike', { n: clocks.length, clock })}
            <Slip slip={first.slip} left={first.workdaysLeft} />
          </span>
        </summary>
        <ul>{children}</ul>
      </details>
    </li>
  );
}
