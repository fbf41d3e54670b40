import { useMemo, type ReactNode } from 'react';
import type { ActNames } from '../../src/mechanism/contract.ts';
import { Called, useLanguage, type Language } from '../i18n/language.tsx';

/** What an outcome is called is what the act is called that brought it about. */
const OUTCOMES: Readonly<Record<string, string>> = { fail: 'failed', drop: 'dropped' };

/** A part of the page that is about one mechanism: its acts are called there as the mechanism’s file calls them. */
export function OwnNames({ names, children }: { names: ActNames; children: ReactNode }) {
  const { language } = useLanguage();
  const own = useMemo(() => ownWords(names, language), [names, language]);
  return <Called own={own}>{children}</Called>;
}

/** The sentences in which an act is named, with the names that the mechanism has for it; whom it concerns stays told. */
export function ownWords(names: ActNames, language: Language): Record<string, string> {
  const comma = language === 'zh' ? '：' : ': ';
  return Object.fromEntries(
    Object.entries(names).flatMap(([kind, both]): [string, string][] => {
      const name = both[language];
      const outcome = OUTCOMES[kind];
      return [
        [`matter.act.${kind}`, name],
        [`web.story.${kind}`, name],
        [`web.story.${kind}.to`, `${name}${comma}{units}`],
        [`web.story.${kind}.unit`, `${name}${comma}{unit}`],
        [`web.story.${kind}.seat`, `${name}${comma}{who}`],
        [`web.story.${kind}.as`, `${name}${comma}{category}`],
        ...(outcome === undefined ? [] : [[`web.between.outcome.${outcome}`, name] satisfies [string, string]]),
      ];
    }),
  );
}
