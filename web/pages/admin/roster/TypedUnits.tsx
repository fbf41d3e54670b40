import { FieldRow } from '../../../acts/FieldRow.tsx';
import field from '../../../acts/Field.module.css';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import style from './Roster.module.css';

type Props = { onTyped: (text: string) => void; onCancel: () => void };

/** Units one a line, for a city that has them in its head and not in a file. */
export function TypedUnits({ onTyped, onCancel }: Props) {
  const t = useT();
  return (
    <form
      className={style['typed']}
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get('units');
        onTyped(typeof text === 'string' ? text : '');
      }}
    >
      <FieldRow label={t('roster.type-units')} hint={t('roster.type-units.hint')}>
        {({ id, describedBy }) => (
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a button, to be typed into
          <textarea id={id} name="units" className={field['input']} aria-describedby={describedBy} rows={6} autoFocus />
        )}
      </FieldRow>
      <div className={style['ways']}>
        <Button type="primary" htmlType="submit">
          {t('roster.type-units.take')}
        </Button>
        <Button onClick={onCancel}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
