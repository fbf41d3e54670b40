import type { Enterprise } from '../../../../src/directory/enterprises/enterprise.contract.ts';
import { useT } from '../../../i18n/language.tsx';
import { typed } from '../form/RegisterForm.tsx';
import { TextField } from '../form/TextField.tsx';

const FEN_PER_WAN = 1_000_000;
type Facts = Pick<Enterprise, 'industry' | 'staff' | 'revenue' | 'assets' | 'place'>;

/** What is known of an enterprise besides its name and code; what is not known stays empty. */
export function EnterpriseFields({ of }: { of?: Facts }) {
  const t = useT();
  const money = (fen: number | null | undefined) => (fen == null ? '' : String(fen / FEN_PER_WAN));
  return (
    <>
      <TextField
        label={t('admin.enterprise.industry')}
        name="industry"
        maxLength={10}
        autoComplete="off"
        defaultValue={of?.industry ?? ''}
        hint={t('admin.enterprise.industry.hint')}
      />
      <TextField
        label={t('admin.enterprise.staff')}
        name="staff"
        type="number"
        min={0}
        defaultValue={of?.staff ?? ''}
        hint={t('admin.enterprise.unknown-hint')}
      />
      <TextField
        label={t('admin.enterprise.revenue')}
        name="revenue"
        type="number"
        min={0}
        step="any"
        defaultValue={money(of?.revenue)}
      />
      <TextField
        label={t('admin.enterprise.assets')}
        name="assets"
        type="number"
        min={0}
        step="any"
        defaultValue={money(of?.assets)}
      />
      <TextField label={t('admin.enterprise.place')} name="place" maxLength={100} defaultValue={of?.place ?? ''} />
    </>
  );
}

/** What was typed into the fields, as the interface takes it: money in fen, null for what was left empty. */
export function factsOf(form: FormData): Facts {
  const number = (name: string, unit = 1) => {
    const text = typed(form, name);
    return text === '' ? null : Math.round(Number(text) * unit);
  };
  return {
    industry: typed(form, 'industry') || null,
    staff: number('staff'),
    revenue: number('revenue', FEN_PER_WAN),
    assets: number('assets', FEN_PER_WAN),
    place: typed(form, 'place') || null,
  };
}
