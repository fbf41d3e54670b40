import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../frame/Button.tsx';
import { Nothing } from '../../../frame/Nothing.tsx';
import { Page } from '../../../frame/Page.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import bar from '../../../transfers/ExportButton.module.css';
import style from '../Admin.module.css';
import { NewUnitForm } from './NewUnitForm.tsx';
import { UnitPanel } from './UnitPanel.tsx';
import { UnitTree } from './UnitTree.tsx';

const route = getRouteApi('/desk/admin/units');

/** The units of the city: the tree, and beside it the one that was chosen. */
export function UnitsPage() {
  const t = useT();
  const { unit: chosen } = route.useSearch();
  const { units, byId, here } = useUnits();
  const [adding, setAdding] = useState(false);
  const unit = chosen ? byId.get(chosen) : undefined;
  return (
    <Page
      title={t('admin.nav.units')}
      lead={t('admin.units.lead')}
      actions={
        <>
          <Link to="/admin/roster" className={bar['button']}>
            {t('roster.link')}
          </Link>
          {!adding && <Button onClick={() => setAdding(true)}>{t('admin.unit.add')}</Button>}
        </>
      }
    >
      <div className={style['beside']} data-chosen={Boolean(unit) || adding}>
        <UnitTree units={units} chosen={chosen} />
        <div className={style['panel']}>
          {adding && <NewUnitForm parent={unit?.id ?? null} onDone={() => setAdding(false)} />}
          {unit && (
            <div>
              <Link to="/admin/units" className={style['back']}>
                ← {t('admin.units.back')}
              </Link>
              <UnitPanel key={unit.id} unit={unit} />
            </div>
          )}
          {here && !unit && !adding && (
            <Nothing small={units.length > 0} say={t(units.length ? 'admin.units.choose' : 'admin.units.none')}>
              {units.length === 0 && <Link to="/admin/roster">{t('roster.link')}</Link>}
            </Nothing>
          )}
        </div>
      </div>
    </Page>
  );
}
