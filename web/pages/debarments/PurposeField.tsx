import { useT } from '../../i18n/language.tsx';
import { TextField } from '../admin/form/TextField.tsx';

/** What a look is for: said before anything is shown, and noted with it. */
export function PurposeField() {
  const t = useT();
  return (
    <TextField
      label={t('debarments.purpose')}
      name="purpose"
      required
      maxLength={200}
      hint={t('debarments.purpose.hint')}
      autoComplete="off"
    />
  );
}
