import { useId, useLayoutEffect, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import type { NamedSeat } from '../../src/matters/mentions/mention.contract.ts';
import { useT } from '../i18n/language.tsx';
import { ColleagueList } from './ColleagueList.tsx';
import { askedAt, withName, type Asked } from './mention.ts';
import { useColleagues } from './useColleagues.ts';

type Props = Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
  matter: string;
  value: string;
  onType: (text: string) => void;
  onMention: (who: NamedSeat) => void;
};

/** Words in which an `@` asks for a colleague: a list opens below, walked by the arrows, chosen by Enter, closed by Escape. */
export function MentionBox({ matter, value, onType, onMention, ...common }: Props) {
  const t = useT();
  const listId = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState(0);
  const colleagues = useColleagues(matter, asked?.q ?? null);
  const found = colleagues?.rows ?? [];
  const open = asked !== null && colleagues !== null;
  const look = (text: string, where: number) => {
    setAsked(askedAt(text, where));
    setAt(0);
  };
  useLayoutEffect(() => {
    if (caret.current !== null) box.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [value]);

  const choose = (who: NamedSeat | undefined) => {
    if (!who || !asked) return;
    const named = withName(value, asked, who.name);
    caret.current = named.caret;
    setAsked(null);
    onType(named.text);
    onMention(who);
  };
  const press = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') setAsked(null);
    // Where nobody is offered the keys do what they always do.
    else if (!found.length) return;
    else if (step) setAt((at + step + found.length) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <textarea
        {...common}
        ref={box}
        value={value}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open && found.length ? listId : undefined}
        aria-activedescendant={open && found.length ? `${listId}-${at}` : undefined}
        onChange={({ target, nativeEvent }) => {
          onType(target.value);
          if (!(nativeEvent as InputEvent).isComposing) look(target.value, target.selectionStart);
        }}
        onCompositionEnd={({ currentTarget }) => look(currentTarget.value, currentTarget.selectionStart)}
        onBlur={() => setAsked(null)}
        onKeyDown={press}
      />
      <span className="unseen" aria-live="polite">
        {open && found.length > 0 && t('mention.found', { n: found.length })}
      </span>
      {open && <ColleagueList id={listId} of={colleagues} q={asked.q} at={at} onChoose={choose} />}
    </>
  );
}
