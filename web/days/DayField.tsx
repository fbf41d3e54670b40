import { lazy, Suspense, useRef, useState, type KeyboardEvent } from 'react';
import { useFormat } from '../format/useFormat.ts';
import { Icon } from '../frame/Icon.tsx';
import { useT } from '../i18n/language.tsx';
import style from './DayField.module.css';
import { DayNote } from './DayNote.tsx';
import { RestDay } from './RestDay.tsx';
import { isDay, typedDay } from './typedDay.ts';
import { useOpen } from './useOpen.ts';

const fetchCalendar = () => import('./DayCalendar.tsx');
const DayCalendar = lazy(async () => ({ default: (await fetchCalendar()).DayCalendar }));

type Props = {
  id?: string;
  /** Its name, where no label stands beside it. */
  label?: string;
  /** `2026-03-13`, or nothing; also what was typed and could not be read. */
  value: string;
  /** Called with a day as soon as what is typed is one, and with nothing when the field is emptied. */
  onChange: (day: string) => void;
  /**
   * Called with what is typed as soon as no day can be read from it: whoever sends by a key, without leaving the field,
   * must not send the day that stood there before.
   */
  onUnreadable?: (text: string) => void;
  /** A day to come, as a deadline is: working days are counted from today, and days before it are not offered. */
  ahead?: boolean;
  invalid?: boolean;
  must?: boolean;
  describedBy?: string | undefined;
  /** Stands where a pressed button stood, and takes its focus. */
  takesFocus?: boolean;
  onEnter?: () => void;
};

/**
 * A day, typed as people write it or chosen from the city's working calendar. Shown as officials write it; while it is
 * changed, as 2026-03-13.
 */
export function DayField(props: Props) {
  const { id, label, value, onChange, onUnreadable, ahead = false, invalid = false, must, describedBy } = props;
  const t = useT();
  const { day, today } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { field, open, show, hide } = useOpen(() => input.current?.focus());
  // Left with words from which no day can be read; they stay to be mended.
  const [puzzled, setPuzzled] = useState(false);
  const unread = puzzled || (typed === null && value !== '' && !isDay(value));

  const type = (text: string) => {
    // Asked for by key, the calendar takes the focus when it comes: late, it would take it from under the hands of who went on typing.
    if (open?.focus) hide(false);
    setTyped(text);
    setPuzzled(false);
    const read = typedDay(text, today, ahead);
    if (read || !text.trim()) onChange(read ?? '');
    else onUnreadable?.(text.trim());
  };
  const unreadable = () => Boolean(typed?.trim()) && !typedDay(typed!, today, ahead);
  const leave = () => {
    if (unreadable()) setPuzzled(true);
    else setTyped(null);
  };
  const enter = (event: KeyboardEvent) => {
    hide(false);
    if (!unreadable()) return props.onEnter?.();
    // Judged as when the field is left: a form is not sent with words that nobody could read.
    event.preventDefault();
    setPuzzled(true);
  };
  const choose = (chosen: string) => {
    // The focus comes back first, and with it what stood there before.
    hide(true);
    setTyped(chosen);
    setPuzzled(false);
    onChange(chosen);
  };
  const shown = typed ?? (isDay(value) ? day(value) : value);
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
          const { target } = event;
          // At once: whoever selects and types in the same breath must not find other words under their hands.
          if (!puzzled) target.value = value;
          // Putting it there has taken the selection away, and the frame that selects may come after the next key.
          if (!puzzled) target.select();
          if (!puzzled) setTyped(value);
          // Where the frame is late and something was typed before it, that is not selected: the next letter would take its place.
          requestAnimationFrame(() => target.value === value && target.select());
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
