import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import style from '../Catalogues.module.css';

type Props = { catalogue: string; name: string; onOther: () => void; onSame: () => void };

/** The numbers are those of a list, and the words are not: nothing of that is touched before it is said which list it is. */
export function OtherList({ catalogue, name, onOther, onSame }: Props) {
  const t = useT();
  return (
    <fieldset className={style['which']}>
      <legend>{t('catalogues.edition.other', { catalogue })}</legend>
      <div className={style['asked']}>
        <Button onClick={onOther}>{t('catalogues.edition.other.yes', { name })}</Button>
        <Button onClick={onSame}>{t('catalogues.edition.other.no')}</Button>
      </div>
    </fieldset>
  );
}
