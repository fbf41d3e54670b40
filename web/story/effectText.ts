import type { Translate } from '../i18n/language.tsx';
import type { Names } from './storyText.ts';

type More = Names & {
  /** Who acts for no unit: the supervision office, or who is named for what is sealed. */
  office: string;
  stage: (key: string) => string;
  clock: (key: string) => string;
};

/** What followed from an act, one effect in words; null for what the deed and its changes have said already. */
export function effectText(t: Translate, effect: Record<string, unknown>, names: More): string | null {
  const word = (name: string): string => (typeof effect[name] === 'string' ? effect[name] : '');
  const unit = word('seat') ? t('web.clock.of.raised') : word('unit') ? names.unit(word('unit')) : names.office;
  const clock = word('clock') && names.clock(word('clock'));
  switch (effect['do']) {
    case 'stage':
      return t('web.effect.stage', { stage: names.stage(word('to')) });
    case 'start':
      return t('web.effect.start', { unit, clock, due: names.day(word('due')) });
    case 'stop':
      return t(`web.effect.stop.${word('how')}`, { unit, clock });
    case 'hold':
      return t('web.effect.hold', { unit, clock });
    case 'divide':
      return t('web.story.effect.divide', { number: word('number') });
    case 'recurred': {
      const missed = Array.isArray(effect['missed']) ? effect['missed'].length : 0;
      const begun = t('web.story.effect.recurred', { on: names.day(word('on')) });
      return missed ? `${begun} · ${t('web.story.effect.missed', { n: missed })}` : begun;
    }
    case 'parties':
      return effect['conflicts'] ? t('web.effect.conflicts') : null;
    case 'recuse':
      return t('web.effect.recuse');
    case 'bounce':
      return t('web.effect.bounce', { unit });
    case 'succeed':
      return t('web.effect.succeed', { unit, heir: names.unit(word('heir')) });
    default:
      return null;
  }
}
