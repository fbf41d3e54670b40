import field from '../../../acts/Field.module.css';
import { FieldRow } from '../../../acts/FieldRow.tsx';
import { useT } from '../../../i18n/language.tsx';
import scheme from './Scheme.module.css';

type Values = { key: string; zh: string; en: string };
type Props = { values: Values; isNew: boolean; onType: (name: keyof Values, text: string) => void };

/** What a scheme is called; its key is chosen once. */
export function SchemeNames({ values, isNew, onType }: Props) {
  const t = useT();
  const fields = isNew ? (['zh', 'en', 'key'] as const) : (['zh', 'en'] as const);
  return (
    <div className={scheme['names']}>
      {fields.map((name) => (
        <FieldRow
          key={name}
          label={t(`admin.scheme.name.${name}`)}
          must
          hint={name === 'key' ? t('admin.scheme.name.key.hint') : undefined}
        >
          {({ id, describedBy }) => (
            <input
              id={id}
              className={field['input']}
              aria-describedby={describedBy}
              value={values[name]}
              required
              maxLength={60}
              autoComplete="off"
              autoCapitalize="none"
              onChange={(event) => onType(name, event.target.value)}
            />
          )}
        </FieldRow>
      ))}
    </div>
  );
}
