import type { ReactNode, RefObject } from 'react';
import { ActHelp } from '../../../acts/help/ActHelp.tsx';
import type { HelpKind } from '../../../acts/help/kinds.ts';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import sheet from '../../../frame/dialog.module.css';
import style from './ConfirmDialog.module.css';

type Props = {
  ref: RefObject<HTMLDialogElement | null>;
  kind: HelpKind;
  title: string;
  act: string;
  doing: { isPending: boolean; error: Error | null; mutate: () => void };
  children: ReactNode;
};

/** Asks once more before an act that cannot be called back, says what will follow, and stays open while it fails. */
export function ConfirmDialog({ ref, kind, title, act, doing, children }: Props) {
  const t = useT();
  return (
    <dialog ref={ref} className={`${sheet['dialog']} ${style['dialog']}`} aria-labelledby="confirm-title">
      <h2 id="confirm-title">{title}</h2>
      {children}
      {doing.error && <Fault error={doing.error} />}
      <div className={style['acts']}>
        <Button type="primary" loading={doing.isPending} onClick={() => doing.mutate()}>
          {act}
        </Button>
        <Button onClick={() => ref.current?.close()}>{t('web.cancel')}</Button>
        <ActHelp kind={kind} />
      </div>
    </dialog>
  );
}
