import { useEffect, useRef, type ReactNode } from 'react';
import { useT } from '../i18n/language.tsx';
import { useHotkey } from '../keys/useHotkey.ts';
import { Fault } from '../problems/Fault.tsx';
import { useUntilTyped } from '../problems/useUntilTyped.ts';
import { Button } from './Button.tsx';
import style from './AskForm.module.css';

type Props = {
  title: string;
  /** The words of the button that sends it. */
  act: string;
  /** What follows from it, before it is done. */
  lead?: ReactNode;
  doing: { isPending: boolean; error: Error | null };
  danger?: boolean;
  /** Of its heading: below what it stands. */
  level?: 2 | 3;
  /** What stands beside the buttons. */
  beside?: ReactNode;
  onSend: (form: FormData) => void;
  onCancel: () => void;
  children?: ReactNode;
};

/** Something asked in its place on the page: what will follow, the fields, do it or not. */
export function AskForm({
  title,
  act,
  lead,
  doing,
  danger = false,
  level = 2,
  beside,
  onSend,
  onCancel,
  children,
}: Props) {
  const t = useT();
  const Heading = `h${level}` as const;
  const form = useRef<HTMLFormElement>(null);
  const { standing, onInput } = useUntilTyped(doing.error);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), []);
  useHotkey('Escape', onCancel);
  return (
    <form
      ref={form}
      className={style['form']}
      aria-label={title}
      onInput={onInput}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(new FormData(event.currentTarget));
      }}
    >
      <Heading>{title}</Heading>
      {lead && <p className="quiet">{lead}</p>}
      {children}
      {standing && <Fault error={standing} />}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" danger={danger} loading={doing.isPending}>
          {act}
        </Button>
        <Button onClick={onCancel}>{t('web.cancel')}</Button>
        {beside}
      </div>
    </form>
  );
}
