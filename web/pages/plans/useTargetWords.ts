import type { TreeNode } from '../../../src/matters/trees/tree.contract.ts';
import type { TargetView } from '../../../src/matters/targets/target.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';
import { useMeasureText } from '../../works/useMeasureText.ts';

/** What is promised, what was read of it, by how much that falls short, and which reading is waited for; each in words. */
export function useTargetWords() {
  const t = useT();
  const { day } = useFormat();
  const text = useMeasureText();
  return {
    promised: ({ sense, quantity, in: unit, by, start }: TargetView) =>
      [
        t(sense === 'most' ? 'trees.most' : 'trees.promised', { quantity: text(quantity, unit), by: day(by) }),
        ...(start === null ? [] : [t('trees.from', { start: text(start, unit) })]),
      ].join(' · '),
    planned: ({ standing, in: unit }: TargetView) => (standing ? text(standing.planned, unit) : null),
    /** What was read of it, or of its parts together where it is read through those. */
    readOf: ({ parts }: Pick<TreeNode, 'parts'>, { readings, in: unit }: TargetView) => {
      if (parts) return t('trees.read-in-parts', { value: text(parts.read, unit) });
      const last = readings.at(-1);
      return last ? t('trees.read-on', { value: text(last.value, unit), day: day(last.on) }) : t('trees.unread');
    },
    short: ({ standing, sense, in: unit }: TargetView) =>
      standing?.short ? t(sense === 'most' ? 'trees.over' : 'trees.short', { n: text(standing.short, unit) }) : null,
    wanted: ({ wanted }: TargetView) =>
      wanted && t(wanted.late ? 'trees.wanted.late' : 'trees.wanted', { on: day(wanted.on), until: day(wanted.until) }),
  };
}
