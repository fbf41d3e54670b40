import type { MatterView, StoryAct } from '../../src/matters/contract.ts';
import { kilometres } from '../../src/matters/targets/away.rules.ts';
import type { Translate } from '../i18n/language.tsx';
import { measureText } from '../works/measureText.ts';

type Names = { language: 'zh' | 'en'; day: (day: string) => string; instant: (at: string) => string };

/** What was promised, measured or found by an act, in words with its numbers; nothing for acts that do none of that. */
export function workText(
  t: Translate,
  { effects }: StoryAct,
  view: MatterView,
  { language, day, instant }: Names,
): string[] {
  const word = (effect: Record<string, unknown>, name: string): string =>
    typeof effect[name] === 'string' ? effect[name] : '';
  return effects.flatMap((effect) => {
    const known = view.targets?.known.find(({ target }) => target === effect['target']);
    const isLevel = view.targets?.rows.some(({ target: of, start }) => of === effect['target'] && start !== null);
    const target = known?.name[language] ?? word(effect, 'target');
    const amount = (name: string) =>
      known ? measureText(t, language, word(effect, name), known.in) : word(effect, name);
    if (effect['do'] === 'target')
      return t('works.effect.target', { target, quantity: amount('quantity'), by: day(word(effect, 'by')) });
    if (effect['do'] === 'reading')
      return [
        t(`works.effect.reading${isLevel ? '.level' : ''}`, {
          target,
          value: amount('value'),
          on: day(word(effect, 'on')),
        }),
        ...(typeof effect['taken'] === 'string' ? [t('works.taken', { at: instant(effect['taken']) })] : []),
        ...(typeof effect['away'] === 'number' ? [t('works.away', { km: kilometres(effect['away']) })] : []),
      ];
    if (effect['do'] !== 'inspection') return [];
    const gate = view.gates?.find((one) => one.gate === effect['gate'])?.name[language] ?? word(effect, 'gate');
    const passed = effect['lifts'] ? 'lifted' : 'passed';
    return t(`works.effect.${effect['passed'] ? passed : effect['halt'] ? 'halted' : 'failed'}`, { gate });
  });
}
