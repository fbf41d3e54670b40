import { useMemo, type ReactNode } from 'react';
import type { ActNames, OwnFields } from '../../src/mechanism/contract.ts';
import { Called, useLanguage, type Language } from '../i18n/language.tsx';

/** What an outcome is called is what the act is called that brought it about. */
const OUTCOMES: Readonly<Record<string, string>> = { fail: 'failed', drop: 'dropped' };

/** Fields that no other act has. */
const ALONE: ReadonlySet<string> = new Set(['heldOn', 'lasted', 'meetOn']);

type Props = { names: ActNames; fields?: OwnFields; children: ReactNode };

/** A part of the page that is about one mechanism: its acts, and their fields, are called there as the mechanism’s file calls them. */
export function OwnNames({ names, fields, children }: Props) {
  const { language } = useLanguage();
  const own = useMemo(() => ownWords(names, language, fields), [names, language, fields]);
  return <Called own={own}>{children}</Called>;
}

/** The sentences in which an act or its fields are named, with the names that the mechanism has for them; whom it concerns stays told. */
export function ownWords(names: ActNames, language: Language, fields: OwnFields = {}): Record<string, string> {
  const comma = language === 'zh' ? '：' : ': ';
  const called = Object.entries(fields).flatMap(([kind, own]) =>
    Object.entries(own).flatMap(([field, both]): [string, string][] => [
      [`web.field.${kind}.${field}`, both[language]],
      // Refusals name such a field by itself; what other acts have too keeps its name there.
      ...(ALONE.has(field) ? [[`matter.field.${field}`, both[language]] satisfies [string, string]] : []),
    ]),
  );
  return Object.fromEntries(
    Object.entries(names)
      .flatMap(([kind, both]): [string, string][] => {
        const name = both[language];
        // A Chinese name is a verb; an English one is what stands on a button, and no sentence goes on with it.
        const deed = language === 'zh' ? name : (both.told ?? `recorded “${name}”`);
        const outcome = OUTCOMES[kind];
        return [
          [`matter.act.${kind}`, name],
          [`web.story.${kind}`, deed],
          [`web.story.${kind}.to`, `${deed}${comma}{units}`],
          [`web.story.${kind}.unit`, `${deed}${comma}{unit}`],
          [`web.story.${kind}.seat`, `${deed}${comma}{who}`],
          [`web.story.${kind}.as`, `${deed}${comma}{category}`],
          // When they visited stands there, and not when they met.
          ...(kind === 'meet' ? [['web.between.sessions', name] satisfies [string, string]] : []),
          ...(outcome === undefined ? [] : [[`web.between.outcome.${outcome}`, name] satisfies [string, string]]),
        ];
      })
      .concat(called),
  );
}
