import type { RoundRow } from '../../../src/matters/rounds/round.contract.ts';
import { useFormat } from '../../format/useFormat.ts';
import { useT } from '../../i18n/language.tsx';

/** When it was held, how much of it is struck off, and who was there. */
export function RoundLead({ round }: { round: RoundRow }) {
  const t = useT();
  const { day } = useFormat();
  const people = round.attendees.map(({ name, post }) => (post ? `${post} ${name}` : name)).join(t('documents.comma'));
  return (
    <>
      {day(round.heldOn)} · {t('documents.round.closed', { closed: round.closed, total: round.total })}
      {people && ` · ${t('documents.round.attendees', { people })}`}
    </>
  );
}
