import { useMemo, type ReactNode } from 'react';
import { Called, useLanguage } from '../i18n/language.tsx';

/** Of what is sealed somebody told, who asks for nothing: the sentences about originators, and those that stand for them there. */
const OF_REPORTERS: Readonly<Record<string, string>> = {
  'web.raised.originators': 'web.raised.originators.sealed',
  'web.raised.originators.unnamed': 'web.raised.originators.unnamed.sealed',
  'web.story.originator': 'web.story.originator.sealed',
  'web.story.inquire': 'web.story.inquire.sealed',
};

/** A part of the page that is about a sealed matter: whoever raised it is called a reporter there. */
export function SealedWords({ children }: { children: ReactNode }) {
  const { find } = useLanguage();
  const own = useMemo(
    () => Object.fromEntries(Object.entries(OF_REPORTERS).map(([key, own]) => [key, find(own) ?? ''])),
    [find],
  );
  return <Called own={own}>{children}</Called>;
}
