import type { BetweenView } from '../../../src/matters/parties/between.contract.ts';
import type { PartyView } from '../../../src/matters/parties/parties.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';

type Props = {
  id: string;
  className: string | undefined;
  describedBy: string | undefined;
  invalid: boolean | undefined;
  between: BetweenView | null;
  parties: readonly PartyView[];
  /** Those that were broken may be chosen too: to be kept after all. */
  brokenToo: boolean;
  value: unknown;
  onChange: (n: number | undefined) => void;
};

/** One of the obligations that nothing was told of yet, the first to fall due on top. */
export function ObligationPicker({
  between,
  parties,
  brokenToo,
  value,
  onChange,
  describedBy,
  invalid,
  ...common
}: Props) {
  const t = useT();
  const { day } = useFormat();
  const open = (between?.settlement?.obligations ?? []).filter(
    ({ state }) => state === 'open' || (brokenToo && state === 'broken'),
  );
  const nameOf = (n: number) => parties.find((party) => party.n === n)?.name ?? '';
  return (
    <select
      {...common}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      value={typeof value === 'number' ? value : ''}
      onChange={(event) => onChange(event.target.value ? Number(event.target.value) : undefined)}
    >
      <option value="">{t('web.candidates.choose')}</option>
      {open
        .toSorted((a, b) => (a.due < b.due ? -1 : 1))
        .map(({ n, party, text, due, state }) => (
          <option key={n} value={n}>
            {t('web.between.obligation.by', { party: nameOf(party), day: day(due), text })}
            {state === 'broken' && ` · ${t('web.between.obligation.broken')}`}
          </option>
        ))}
    </select>
  );
}
