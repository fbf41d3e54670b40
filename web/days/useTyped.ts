import { useState, type KeyboardEvent } from 'react';
import { useFormat } from '../format/useFormat.ts';
import { isDay, typedDay } from './typedDay.ts';
import type { useOpen } from './useOpen.ts';

export type Typing = {
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
  onEnter?: () => void;
};

/**
 * What stands in a field for a day: while it has the focus what is typed, else the day as officials write it. `unread`: words stand there
 * from which no day can be read.
 */
export function useTyped(
  { value, onChange, onUnreadable, onEnter, ahead = false }: Typing,
  { open, hide }: Pick<ReturnType<typeof useOpen>, 'open' | 'hide'>,
) {
  const { day, today } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
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
    if (!unreadable()) return onEnter?.();
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
  /** The field has the focus. */
  const taken = (target: HTMLInputElement) => {
    // At once: whoever selects and types in the same breath must not find other words under their hands.
    if (!puzzled) target.value = value;
    // Putting it there has taken the selection away, and the frame that selects may come after the next key.
    if (!puzzled) target.select();
    if (!puzzled) setTyped(value);
    // Where the frame is late and something was typed before it, that is not selected: the next letter would take its place.
    requestAnimationFrame(() => target.value === value && target.select());
  };
  const shown = typed ?? (isDay(value) ? day(value) : value);
  return { shown, unread, taken, type, leave, enter, choose };
}
