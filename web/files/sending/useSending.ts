import { createContext, use, useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/language.tsx';
import type { FileReceipt } from '../receipt.ts';
import { makeDesk, type Desk, type Sending } from './desk.ts';
import { named } from './named.ts';
import { sendFile } from './sendFile.ts';
import { useDropped, type DropHandlers } from './useDropped.ts';
import { usePasted } from './usePasted.ts';

/** The files that a form sends; the whole form takes what is dropped on it or pasted into it. */
export type FormFiles = Pick<Desk, 'take' | 'again' | 'drop'> & {
  all: readonly Sending[];
  /** Something is still to come: the act would go without it. */
  unfinished: boolean;
  /** A file is being held over the form. */
  over: boolean;
  onForm: DropHandlers;
};

/** A cut line may be back without the browser noticing, as after a restart of the server. */
const TRY_AGAIN_MS = 15_000;

const SendingContext = createContext<FormFiles | null>(null);
export const FormFilesProvider = SendingContext.Provider;

/** The files of the form around. */
export function useFormFiles(): FormFiles {
  const files = use(SendingContext);
  if (!files) throw new Error('a field for files outside of a form that sends them');
  return files;
}

/**
 * Sends the files of one form as that seat, and hands each to `add` when the server has taken it. It belongs to the form and not to the
 * field: on a phone the question is left while its pictures are still on their way. Without `add` the form takes none. `sealed`: they are
 * for a sealed matter.
 */
export function useSending(
  seat: string,
  add: ((file: FileReceipt) => void) | undefined,
  { sealed = false } = {},
): FormFiles {
  const t = useT();
  const [desk] = useState(() => makeDesk(sendFile(seat, sealed)));
  useLayoutEffect(() => desk.handTo(add));
  const all = useSyncExternalStore(desk.subscribe, desk.all);
  useEffect(() => {
    const back = () => desk.again();
    window.addEventListener('online', back);
    return () => {
      window.removeEventListener('online', back);
      desk.close();
    };
  }, [desk]);
  const cut = all.some(({ state }) => state === 'cut');
  useEffect(() => {
    if (!cut) return undefined;
    const timer = setTimeout(() => desk.again(), TRY_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [cut, desk]);

  const take = add ? desk.take : null;
  const { over, onForm } = useDropped(take);
  usePasted(take && ((files) => take(files.map((file) => named(file, t('web.files.pasted'), new Date())))));
  const unfinished = all.some(({ state }) => state !== 'refused');
  return { all, unfinished, over, onForm, take: desk.take, again: desk.again, drop: desk.drop };
}
