import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { schemeChanges } from '../../../../src/directory/schemes/changes.rules.ts';
import type { Scheme, SchemeRow } from '../../../../src/directory/schemes/scheme.contract.ts';
import { codesOf, withRetired } from '../../../../src/directory/schemes/scheme.rules.ts';
import field from '../../../acts/Field.module.css';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import style from '../Admin.module.css';
import type { Tree } from './edit.ts';
import { schemeQuery } from '../../../schemes/queries.ts';
import { SchemeChanges } from './SchemeChanges.tsx';

type Props = { row: SchemeRow; inForce: Scheme; onTake: (tree: Tree) => void };

/** Earlier versions: how each differs from the one in force, and to go on from one again. */
export function SchemeVersions({ row, inForce, onTake }: Props) {
  const t = useT();
  const { instant } = useFormat();
  const [version, setVersion] = useState<number | null>(null);
  const { data: old } = useQuery({ ...schemeQuery(row.key, version ?? 1), enabled: version !== null });
  const earlier = row.versions.slice(1);
  if (earlier.length === 0) return null;
  return (
    <section className={style['section']} aria-labelledby="versions">
      <h2 id="versions">{t('admin.versions')}</h2>
      <div className={style['acts']}>
        <select
          className={field['input']}
          style={{ width: 'auto', maxWidth: '100%' }}
          aria-label={t('admin.versions')}
          value={version ?? ''}
          onChange={(event) => setVersion(Number(event.target.value) || null)}
        >
          <option value="">{t('admin.scheme.versions.choose')}</option>
          {earlier.map((one) => (
            <option key={one.version} value={one.version}>
              {t('admin.version', { version: one.version, at: instant(one.publishedAt), who: one.who })}
            </option>
          ))}
        </select>
        {version !== null && old && (
          <Button onClick={() => onTake(withRetired(old.categories, inForce.categories))}>
            {t('admin.version.take')}
          </Button>
        )}
      </div>
      {version !== null && old && (
        <>
          <p className="quiet">{t('admin.scheme.since', { from: version, to: inForce.version })}</p>
          <SchemeChanges
            changes={schemeChanges(old.categories, inForce.categories)}
            before={codesOf(old.categories)}
            after={codesOf(inForce.categories)}
          />
        </>
      )}
    </section>
  );
}
