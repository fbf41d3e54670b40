import type { MatterView } from '../../../src/matters/contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { followsText } from './followsText.ts';
import type { HelpKind } from './kinds.ts';

/**
 * The help for an act: what it does and what cannot be undone; then, on a matter, what follows by its mechanism and who is
 * told. Empty sentences are left out. `only`: where the form has nothing but the act itself, what else it may do is not spoken of.
 */
export function useActHelp(kind: HelpKind, view?: MatterView, only = false): string[] {
  const { t, find } = useLanguage();
  const follows = view?.acts.find((choice) => choice.kind === kind)?.follows;
  // What is done to a sealed matter stays among those who are named for it.
  const sealed = view?.sealed === true && find(`help.sealed.${kind}`) !== undefined;
  const others = view ? t('help.told.nobody') : '';
  const hear = sealed ? 'help.sealed.told' : `help.told.${kind}`;
  const told = find(hear) ? t(hear) : others;
  const after = [...(view && follows ? followsText(t, kind, follows, view) : []), told].filter(Boolean);
  return [
    t(sealed ? `help.sealed.${kind}` : `help.${only ? 'only' : 'act'}.${kind}`),
    after.join(t('help.between')),
  ].filter(Boolean);
}
