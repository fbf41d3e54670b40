import { lazy, Suspense, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { kindOf } from './kindOf.ts';
import type { Previewed } from './Preview.tsx';

const Preview = lazy(async () => ({ default: (await import('./Preview.tsx')).Preview }));

/**
 * Opens files of a list over the page; those that can be shown follow one another. `preview` is drawn outside of the list, whose
 * own looks are not for it.
 */
export function usePreview(files: readonly Previewed[]): { open: (file: Previewed) => void; preview: ReactNode } {
  const [opened, setOpened] = useState<number | null>(null);
  const shown = files.filter(({ name }) => kindOf(name));
  return {
    open: (file) => setOpened(shown.indexOf(file)),
    preview:
      opened !== null && shown[opened]
        ? createPortal(
            <Suspense>
              <Preview files={shown} first={opened} onClose={() => setOpened(null)} />
            </Suspense>,
            document.body,
          )
        : null,
  };
}
