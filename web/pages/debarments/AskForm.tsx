import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../../frame/Button.tsx';
import { useT } from '../../i18n/language.tsx';
import { useHotkey } from '../../keys/useHotkey.ts';
import { Fault } from '../../problems/Fault.tsx';
import style from '../admin/form/RegisterForm.module.css';

type Props = {
  title: string;
  /** The words of the button that sends it. */
  act: string;
  doing: { isPending: boolean; error: Error | null };
  onSend: (form: FormData) => void;
  onCancel: () => void;
  children: ReactNode;
};

/** Something asked in its place on the page: the fields, do it or not. */
export function AskForm({ title, act, doing, onSend, onCancel, children }: Props) {
  const t = useT();
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
      <h2>{title}</h2>
      {children}
      {doing.error && <Fault error={doing.error} />}
      <div className={style['acts']}>
        <Button type="primary" htmlType="submit" loading={doing.isPending}>
          {act}
        </Button>
        <Button onClick={onCancel}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
