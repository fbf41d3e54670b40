import { useT } from '../../../i18n/language.tsx';
import { UnitPicker } from '../../../units/UnitPicker.tsx';
import style from '../Catalogues.module.css';

type Props = {
  names: readonly string[];
  said: Readonly<Record<string, string[]>>;
  onSaid: (name: string, units: string[]) => void;
};

/** Groups that a table names without a word of who they are (各有关部门): whoever brings it in says so, once for all lines. */
export function AskedGroups({ names, said, onSaid }: Props) {
  const t = useT();
  return (
    <fieldset className={style['which']}>
      <legend>{t('catalogues.edition.groups')}</legend>
      <div className={style['form']}>
        {names.map((name) => {
          const ask = t('catalogues.edition.group', { name });
          return (
            <div key={name}>
              <span>{ask}</span>
              <UnitPicker many label={ask} value={said[name] ?? []} onChange={(units) => onSaid(name, units)} />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
