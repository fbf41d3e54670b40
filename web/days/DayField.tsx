import { lazy, Suspense, useRef } from 'react';
import { useFormat } from '../format/useFormat.ts';
import { Icon } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import style from './DayField.module.css';
import { DayNote } from './DayNote.tsx';
import { RestDay } from './RestDay.tsx';
import { isDay } from './typedDay.ts';
import { useOpen } from './useOpen.ts';
import { useTyped, type Typing } from './useTyped.ts';

const fetchCalendar = () => import('./DayCalendar.tsx');
const DayCalendar = lazy(async () => ({ default: (await fetchCalendar()).DayCalendar }));

type Props = Typing & {
  id?: string;
  /** Its name, where no label stands beside it. */
  label?: string;
  invalid?: boolean;
  must?: boolean;
  describedBy?: string | undefined;
  /** Stands where a pressed button stood, and takes its focus. */
  takesFocus?: boolean;
};

/**
 * A day, typed as people write it or chosen from the city's working calendar. Shown as officials write it; while it is
 * changed, as 2026-03-13.
 */
export function DayField(props: Props) {
  const { id, label, value, ahead = false, invalid = false, must, describedBy } = props;
  const t = useT();
  const { today } = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const { field, open, show, hide } = useOpen(() => input.current?.focus());
  const { shown, unread, taken, type, leave, enter, choose } = useTyped(props, { open, hide });
  return (
    <span ref={field} className={style['field']} data-invalid={invalid || unread}>
      <input
        ref={input}
        id={id}
        type="text"
        className={style['typed']}
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by whoever puts it where a button was pressed
        autoFocus={props.takesFocus}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid || unread}
        aria-required={must}
        placeholder={t('web.day.hint')}
        value={shown}
        onFocus={(event) => {
          void fetchCalendar().catch(() => {});
          taken(event.target);
        }}
        onChange={(event) => type(event.target.value)}
        onPointerDown={(event) => event.pointerType === 'mouse' && show(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter(event);
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show(true);
        }}
        onBlur={leave}
      />
      <DayNote day={isDay(value) ? value : null} ahead={ahead} />
      <button
        type="button"
        className={style['button']}
        aria-label={t('web.day.open')}
        aria-haspopup="dialog"
        aria-expanded={open !== null}
        onClick={() => (open ? hide(true) : show(true))}
      >
        <Icon name="calendar" size={16} />
      </button>
      {/* Where the form says already what is wrong, once is enough. */}
      {unread && !invalid && (
        <span role="alert" className={style['unread']}>
          {t('web.day.unread')}
        </span>
      )}
      {ahead && isDay(value) && value >= today && <RestDay day={value} choose={choose} />}
      {open && (
        <Suspense fallback={null}>
          <DayCalendar
            value={isDay(value) ? value : null}
            from={ahead ? today : null}
            counted={ahead}
            takesFocus={open.focus}
            anchor={field}
            choose={choose}
          />
        </Suspense>
      )}
    </span>
  );
}
