import { Link } from '@tanstack/react-router';
import type { Unit } from '../../../../src/directory/contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { useT } from '../../../i18n/language.tsx';
import { useUnits } from '../../../units/useUnits.ts';
import style from '../Admin.module.css';

/** What a unit is, and what it was called before. */
export function UnitFacts({ unit }: { unit: Unit }) {
  const t = useT();
  const { instant } = useFormat();
  const { byId } = useUnits();
  const earlier = unit.earlier.filter(({ name }) => name !== unit.name);
  const link = (id: string) => (
    <Link to="/admin/units" search={{ unit: id }}>
      {byId.get(id)?.name ?? '…'}
    </Link>
  );
  return (
    <dl className={style['facts']}>
      <dt>{t('admin.unit.kind')}</dt>
      <dd>{t(`directory.unit-kind.${unit.kind}`)}</dd>
      {unit.shortName && (
        <>
          <dt>{t('admin.unit.short-name')}</dt>
          <dd>{unit.shortName}</dd>
        </>
      )}
      {unit.parent && !unit.mergedInto && (
        <>
          <dt>{t('admin.unit.parent')}</dt>
          <dd>{link(unit.parent)}</dd>
        </>
      )}
      {(['address', 'phone'] as const).map(
        (of) =>
          unit.located?.[of] && (
            <div key={of} style={{ display: 'contents' }}>
              <dt>{t(`admin.unit.${of}`)}</dt>
              <dd>{unit.located[of]}</dd>
            </div>
          ),
      )}
      {unit.located?.point && (
        <>
          <dt>{t('admin.unit.point')}</dt>
          <dd>{`${unit.located.point.longitude}, ${unit.located.point.latitude}`}</dd>
        </>
      )}
      <dt>{t('admin.unit.sort')}</dt>
      <dd>{unit.sort}</dd>
      {unit.aliases.length > 0 && (
        <>
          <dt>{t('admin.unit.aliases')}</dt>
          <dd>{unit.aliases.join(t('admin.list-comma'))}</dd>
        </>
      )}
      {/* Where the short name alone was changed, the name was none before. */}
      {earlier.map(({ name, until }) => (
        <div key={until} style={{ display: 'contents' }}>
          <dt>{t('admin.unit.earlier')}</dt>
          <dd>
            {name} <span className="faint">{t('admin.until', { at: instant(until) })}</span>
          </dd>
        </div>
      ))}
      {unit.retiredAt && (
        <>
          <dt>{t(unit.mergedInto ? 'admin.unit.merged' : 'admin.unit.gone')}</dt>
          <dd>
            {unit.mergedInto && link(unit.mergedInto)} <span className="faint">{instant(unit.retiredAt)}</span>
          </dd>
        </>
      )}
    </dl>
  );
}
