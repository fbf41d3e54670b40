import { measuresLike } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';
import type { MatterState } from '../life/state.rules.ts';
import { standingOf, wholePlan } from './curve.rules.ts';
import type { TargetsView } from './target.contract.ts';

/** What a matter promises a quantity of, as its page shows it; null under a mechanism that measures nothing. */
export function viewTargets({ targets: rules }: Mechanism, { targets }: MatterState): TargetsView | null {
  if (!rules) return null;
  return {
    rows: targets.map(({ target, in: unit, quantity, from, by, plan, readings }) => {
      const whole = wholePlan({ from, by, quantity, plan });
      const last = readings.at(-1);
      return {
        target,
        name: rules[target]?.name ?? { zh: target, en: target },
        in: unit,
        quantity,
        from,
        by,
        plan: [...whole],
        readings,
        standing: last ? standingOf(whole, quantity, last) : null,
      };
    }),
    known: Object.entries(rules).map(([target, { name, in: unit }]) => ({
      target,
      name,
      in: unit,
      also: measuresLike(unit),
    })),
  };
}
