import { ImportField, type ImportView } from '../../../../src/intake/sheets/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import type { Importing } from './useImport.ts';
import style from './Review.module.css';

type Props = { view: ImportView; importing: Importing; open: boolean };

/** Which column holds what: guessed from the heads, or as it was said the last time; corrected here. */
export function Columns({ view, importing, open }: Props) {
  const t = useT();
  const { headings, mapping, remembered } = view;
  const known = ImportField.options.filter((field) => mapping[field] !== null);
  const say = (column: number): string => headings[column] || t('import.column', { n: column + 1 });
  return (
    <details className={style['columns']} open={mapping.text === null}>
      <summary>
        <span className={style['strong']}>{t('import.columns')}</span>{' '}
        <span className="quiet">
          {known.map((field) => `${say(mapping[field]!)} → ${t(`import.field.${field}`)}`).join('，')}
          {remembered && ` · ${t('import.remembered')}`}
        </span>
      </summary>
      {mapping.text === null && (
        <output className={style['missing']}>
          {t('import.columns.no-text', { heads: headings.filter(Boolean).join('、') })}
        </output>
      )}
      <div className={style['fields']}>
        {ImportField.options.map((field) => (
          <label key={field}>
            {t(`import.field.${field}`)}
            <select
              value={mapping[field] ?? ''}
              disabled={!open || importing.busy}
              onChange={({ target }) =>
                importing.mapping({ ...mapping, [field]: target.value === '' ? null : Number(target.value) })
              }
            >
              <option value="">{t('import.column.none')}</option>
              {headings.map((_, column) => (
                <option key={column} value={column}>
                  {say(column)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
