import type { Catalogues } from '../../../../src/matters/catalogues/matrix.contract.ts';
import field from '../../../acts/Field.module.css';
import { useLanguage } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import style from '../Catalogues.module.css';

type List = { mechanism: string; catalogue: string; edition: string; units: string[] };
type Props = { lists: Catalogues; list: List; on: { [K in keyof List]: (value: List[K]) => void } };

/** Of which list this is the edition, what it is called, and among whom its items are divided. */
export function EditionFields({ lists, list, on }: Props) {
  const { t, language } = useLanguage();
  return (
    <div className={style['form']}>
      {lists.kinds.length > 1 && (
        <label>
          <span>{t('catalogues.edition.kind')}</span>
          <select
            className={field['input']}
            value={list.mechanism}
            onChange={(event) => on.mechanism(event.target.value)}
          >
            {lists.kinds.map(({ key, name }) => (
              <option key={key} value={key}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        <span>{t('catalogues.edition.catalogue')}</span>
        <input
          className={field['input']}
          list="catalogues-known"
          maxLength={120}
          value={list.catalogue}
          onChange={(event) => on.catalogue(event.target.value)}
        />
        <datalist id="catalogues-known">
          {lists.rows.map((one) => (
            <option key={one.catalogue} value={one.catalogue}>
              {one.catalogue}
            </option>
          ))}
        </datalist>
      </label>
      <label>
        <span>{t('catalogues.edition.edition')}</span>
        <input
          className={field['input']}
          maxLength={60}
          placeholder={t('catalogues.edition.edition.like')}
          value={list.edition}
          onChange={(event) => on.edition(event.target.value)}
        />
      </label>
      <div>
        <span>{t('catalogues.edition.units')}</span>
        <UnitPicker many label={t('catalogues.edition.units')} value={list.units} onChange={on.units} />
      </div>
    </div>
  );
}
