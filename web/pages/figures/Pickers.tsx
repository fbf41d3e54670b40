import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import type { Breakdown, Countable } from '../../../src/figures/counts/count.contract.ts';
import { spanBefore, spanOf } from '../../../src/figures/counts/period.rules.ts';
import { DayField } from '../../days/DayField.tsx';
import { useFormat } from '../../format/useFormat.ts';
import { Button } from '../../frame/Button.tsx';
import { inMain } from '../../frame/inMain.ts';
import { useLanguage } from '../../i18n/language.tsx';
import type { FiguresSearch } from './figures-search.ts';
import style from './Figures.module.css';

type Props = { search: FiguresSearch & { mechanism: string; from: string; to: string }; rows: Countable['rows'] };

/** Of which mechanism, over which days, as of when, and by what. */
export function Pickers({ search, rows }: Props) {
  const { t, language } = useLanguage();
  const { today } = useFormat();
  const go = useNavigate();
  const set = (changed: Partial<FiguresSearch>) => void go({ to: '/figures', search: { ...search, ...changed } });
  const mechanism = rows.find(({ key }) => key === search.mechanism);
  const spans = [
    ['figures.this-month', spanOf('month', today)],
    ['figures.last-month', spanBefore('month', today)],
    ['figures.this-quarter', spanOf('quarter', today)],
    ['figures.this-year', spanOf('year', today)],
  ] as const;
  return (
    <div className={style['pickers']}>
      <label>
        <span>{t('figures.mechanism')}</span>
        <Select
          aria-label={t('figures.mechanism')}
          getPopupContainer={inMain}
          value={search.mechanism}
          options={rows.map(({ key, name }) => ({ value: key, label: name[language] }))}
          onChange={(chosen: string) =>
            set({ mechanism: chosen, category: undefined, channel: undefined, by: undefined })
          }
        />
      </label>
      <div>
        <span>{t('figures.days')}</span>
        <div className={style['days']}>
          <DayField label={t('figures.from')} value={search.from} onChange={(from) => from && set({ from })} />
          <span aria-hidden="true">—</span>
          <DayField label={t('figures.to')} value={search.to} onChange={(to) => to && set({ to })} />
        </div>
      </div>
      <div className={style['spans']}>
        {spans.map(([key, span]) => (
          <Button
            key={key}
            size="small"
            aria-pressed={span.from === search.from && span.to === search.to}
            onClick={() => set(span)}
          >
            {t(key)}
          </Button>
        ))}
      </div>
      <div>
        <span>{t('figures.as-of')}</span>
        <div className={style['days']}>
          <DayField
            label={t('figures.as-of')}
            value={search.asOf ?? ''}
            onChange={(asOf) => set({ asOf: asOf || undefined })}
          />
        </div>
      </div>
      <label>
        <span>{t('figures.by')}</span>
        <Select
          aria-label={t('figures.by')}
          getPopupContainer={inMain}
          allowClear
          placeholder={t('figures.by.nothing')}
          value={search.by}
          options={(mechanism?.by ?? []).map((by) => ({ value: by, label: t(`figures.by.${by}`) }))}
          onChange={(by?: Breakdown) => set({ by })}
        />
      </label>
    </div>
  );
}
