import type { MatterView } from '../../src/matters/contract.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useFormat } from '../format/useFormat.ts';
import { useUnits } from '../units/useUnits.ts';
import { measureText } from '../works/measureText.ts';
import { owingUnits } from './begin.ts';
import type { FormAct } from './fields.ts';
import type { Field } from './fields.ts';

/** The words beside a field: its own for this act where there are such, else the field's usual ones. */
export function useFieldWords(kind: FormAct, view: MatterView) {
  const { t, find, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  return (field: Field): { label: string; hint?: string } => {
    const sealed = `web.field.sealed.${kind}.${field.name}`;
    const own = view.sealed && find(sealed) ? sealed : `web.field.${kind}.${field.name}`;
    const label = t(find(own) ? own : `web.field.${field.name}`);
    if (field.name === 'withoutCo') {
      return { label, hint: t('web.field.withoutCo.hint', { units: owingUnits(view).map(unitName) }) };
    }
    if (field.name === 'unreached') {
      const short = view.acts.find((choice) => choice.kind === kind)?.unreached ?? [];
      const targets = (view.targets?.rows ?? []).flatMap(({ target, name, quantity, in: unit, readings }) =>
        short.includes(target)
          ? `${name[language]} ${readings.at(-1)?.value ?? '—'} / ${measureText(t, language, quantity, unit)}`
          : [],
      );
      return { label, hint: t('web.field.unreached.hint', { targets }) };
    }
    const early = view.acts.find((choice) => choice.kind === kind)?.early;
    if (field.name === 'early' && early) {
      const { name, days, since, until } = early;
      const hint = { clock: name[language], days, since: day(since), until: day(until) };
      return { label, hint: t('web.field.early.hint', hint) };
    }
    const within = view.acts.find((choice) => choice.kind === kind)?.within;
    if (field.name === 'until' && within) {
      return { label, hint: t('web.field.list.until.hint', { n: Number.parseInt(within, 10) }) };
    }
    const asked = view.extensions[0];
    if (kind === 'grant' && field.name === 'until' && asked) {
      return { label, hint: t('web.field.grant.until.hint', { until: day(asked.until), reason: asked.reason }) };
    }
    return find(`${own}.hint`) ? { label, hint: t(`${own}.hint`) } : { label };
  };
}
