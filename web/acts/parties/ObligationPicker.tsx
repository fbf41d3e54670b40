import type { BetweenView } from '../../../src/matters/parties/between.contract.ts';
import type { PartyView } from '../../../src/matters/parties/parties.contract.ts';
import type { Field } from '../fields.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';

type Props = {
  id: string;
  className: string | undefined;
  describedBy: string | undefined;
  invalid: boolean | undefined;
  between: BetweenView | null;
  parties: readonly PartyView[];
  /** Those that were broken may be chosen too, to be kept after all; or those alone of which something was found. */
  among: Field['among'];
  value: unknown;
  onChange: (n: number | undefined) => void;
};

/** One of the obligations that nothing was told of yet, or of those of which something was; the first to fall due on top. */
export function ObligationPicker({ between, parties, among, value, onChange, describedBy, invalid, ...common }: Props) {
  const t = useT();
  const { day } = useFormat();
  const offered = (between?.settlement?.obligations ?? []).filter(({ state }) =>
    among === 'told' ? state !== 'open' : state === 'open' || (among === 'broken' && state === 'broken'),
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
      {offered
        .toSorted((a, b) => (a.due < b.due ? -1 : 1))
        .map(({ n, party, text, due, state, mended }) => (
          <option key={n} value={n}>
            {t('web.between.obligation.by', { party: nameOf(party), day: day(due), text })}
            {state !== 'open' && ` · ${t(`web.between.obligation.${mended ? 'mended' : state}`)}`}
          </option>
        ))}
    </select>
  );
}
