import { useMemo, type ReactNode } from 'react';
import { Called, useLanguage } from '../../i18n/language.tsx';

/** What is sealed says what happened, and is no work to be done by a unit: the sentences of the form that say so, and those that stand for them there. */
const OF_CLUES: Readonly<Record<string, string>> = {
  'web.register.text': 'circles.register.text',
  'web.register.text.hint': 'circles.register.text.hint',
  'help.act.register': 'circles.register.help',
};

/** The form by which a matter is registered, in the words of what is sealed where that is. */
export function SealedRegister({ sealed, children }: { sealed: boolean; children: ReactNode }) {
  const { find } = useLanguage();
  const own = useMemo(
    () => (sealed ? Object.fromEntries(Object.entries(OF_CLUES).map(([key, other]) => [key, find(other) ?? ''])) : {}),
    [sealed, find],
  );
  return <Called own={own}>{children}</Called>;
}
