import type { SelectHTMLAttributes } from 'react';
import type { MatterView } from '../../src/matters/contract.ts';
import { useLanguage } from '../i18n/language.tsx';

type Props = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'className'> & {
  className: string | undefined;
  kinds: MatterView['below']['kinds'];
  value: string;
  onChange: (key: string) => void;
};

/** The kinds of matter that may stand below this one; there are a few of them, by name. */
export function KindPicker({ kinds, value, onChange, ...common }: Props) {
  const { t, language } = useLanguage();
  return (
    <select {...common} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('web.field.mechanism.choose')}</option>
      {kinds.map(({ key, name }) => (
        <option key={key} value={key}>
          {name[language]}
        </option>
      ))}
    </select>
  );
}
