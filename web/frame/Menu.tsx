import { useId, useRef, useState, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import style from './Menu.module.css';

type MenuItem = {
  key: string;
  label: ReactNode;
  disabled?: boolean;
  /** Begins another group: a stroke stands before it. */
  apart?: boolean;
};
type Props = {
  items: readonly MenuItem[];
  onChoose: (key: string) => void;
  /** The button that opens it: how it looks, what it says, and what it is called where that is not enough. */
  className: string | undefined;
  children: ReactNode;
  label?: string;
  disabled?: boolean;
};

/** A button and what can be chosen below it, walked through by the arrow keys; closed by a choice, Escape, Tab, or a press elsewhere. */
export function Menu({ items, onChoose, className, children, label, disabled }: Props) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const choices = () => [...(menu.current?.querySelectorAll<HTMLButtonElement>('[role="menuitem"]:enabled') ?? [])];
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return menu.current?.hidePopover();
    const all = choices();
    const at = all.findIndex((one) => one === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  };
  return (
    <>
      <button
        type="button"
        className={`${style['by']} ${className}`}
        style={{ '--by': `--menu${id}` } as CSSProperties}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        disabled={disabled}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          menu.current?.showPopover();
        }}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        role="menu"
        tabIndex={-1}
        popover="auto"
        className={style['menu']}
        style={{ '--by': `--menu${id}` } as CSSProperties}
        onKeyDown={walk}
        onToggle={(event) => {
          setOpen(event.newState === 'open');
          if (event.newState === 'open') choices()[0]?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={style['item']}
            data-apart={item.apart}
            disabled={item.disabled}
            onClick={() => {
              menu.current?.hidePopover();
              onChoose(item.key);
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}
