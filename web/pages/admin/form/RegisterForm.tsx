import { useEffect, useRef, type ReactNode } from 'react';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import type { HelpKind } from '../../../acts/help/kinds.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { useHotkey } from '../../../keys/useHotkey.ts';
import { Fault } from '../../../problems/Fault.tsx';
import style from './RegisterForm.module.css';

type Props = {
  /** The act, by the kind under which the ledger keeps it; its help stands beside the buttons. */
  kind: HelpKind;
  title: string;
  /** The words of the button that does it. */
  act: string;
  /** What follows from it, before it is done. */
  lead?: ReactNode;
  doing: { isPending: boolean; error: Error | null };
  danger?: boolean;
  /** Of its heading: below what it stands. */
  level?: 2 | 3;
  onSend: (form: FormData) => void;
  onCancel: () => void;
  children?: ReactNode;
};

/** One act on the register, asked in its place on the page: what will follow, the fields, do it or not. */
export function RegisterForm({
  kind,
  title,
  act,
  lead,
  doing,
  danger = false,
  level = 3,
  onSend,
  onCancel,
  children,
}: Props) {
  const t = useT();
  const Heading = `h${level}` as const;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus(), []);
  useHotkey('Escape', onCancel);
  return (
    <form
      ref={form}
      className={style['form']}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(new FormData(event.currentTarget));
      }}
    >
      <Heading>{title}</Heading>
      {lead && <p className="quiet">{lead}</p>}
      {children}
      {doing.error && <Fault error={doing.error} />}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" danger={danger} loading={doing.isPending}>
          {act}
        </Button>
        <Button onClick={onCancel}>{t('web.cancel')}</Button>
        <ActHelp kind={kind} />
      </div>
    </form>
  );
}

/** A field's text without spaces at its ends. */
export const typed = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};
