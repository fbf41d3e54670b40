import { SeatRole } from '../../../../src/platform/identity/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { ChoiceField } from '../form/ChoiceField.tsx';
import { TextField } from '../form/TextField.tsx';
import { UnitField } from '../form/UnitField.tsx';

type Props = { unit: string | null; onUnit?: ((unit: string | null) => void) | undefined };

/** What a seat is: for which unit, in which role, under which title. */
export function SeatFields({ unit, onUnit }: Props) {
  const t = useT();
  return (
    <>
      {onUnit && (
        <UnitField label={t('admin.seat.unit')} value={unit} onChange={onUnit} hint={t('admin.seat.unit.hint')} />
      )}
      <ChoiceField
        label={t('admin.seat.role')}
        name="role"
        defaultValue="handler"
        options={SeatRole.options.map((value) => ({ value, label: t(`web.role.${value}`) }))}
      />
      <TextField label={t('admin.seat.title')} name="title" maxLength={100} hint={t('admin.seat.title.hint')} />
    </>
  );
}
