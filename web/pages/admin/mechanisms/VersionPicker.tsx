import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MechanismRow } from '../../../../src/matters/mechanisms/mechanism.contract.ts';
import { useFormat } from '../../../format/useFormat.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import field from '../../../acts/Field.module.css';
import style from '../Admin.module.css';
import { sourceQuery } from './mechanism.queries.ts';

/** The versions that there were; any can be taken up again as the text to go on from. */
export function VersionPicker({ row, onTake }: { row: MechanismRow; onTake: (source: string) => void }) {
  const t = useT();
  const { instant } = useFormat();
  const queries = useQueryClient();
  const [version, setVersion] = useState(row.versions[0]!.version);
  const take = async () => onTake((await queries.fetchQuery(sourceQuery(row.key, version))).source);
  return (
    <div className={style['acts']}>
      <select
        className={field['input']}
        style={{ width: 'auto' }}
        aria-label={t('admin.versions')}
        value={version}
        onChange={(event) => setVersion(Number(event.target.value))}
      >
        {row.versions.map((one) => (
          <option key={one.version} value={one.version}>
            {t('admin.version', { version: one.version, at: instant(one.publishedAt), who: one.who })}
          </option>
        ))}
      </select>
      <Button onClick={() => void take()}>{t('admin.version.take')}</Button>
    </div>
  );
}
