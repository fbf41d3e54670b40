import type { MatterView } from '../../../src/matters/contract.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { followsText } from './followsText.ts';
import type { HelpKind } from './kinds.ts';

/**
 * The help for an act: what it does and what cannot be undone; then, on a matter, what follows by its mechanism and who is
 * told. Empty sentences are left out.
 */
export function useActHelp(kind: HelpKind, view?: MatterView): string[] {
  const { t, find } = useLanguage();
  const follows = view?.acts.find((choice) => choice.kind === kind)?.follows;
  const told = find(`help.told.${kind}`) ? t(`help.told.${kind}`) : view ? t('help.told.nobody') : '';
  const after = [...(view && follows ? followsText(t, kind, follows, view) : []), told].filter(Boolean);
  return [t(`help.act.${kind}`), after.join(t('help.between'))].filter(Boolean);
}
