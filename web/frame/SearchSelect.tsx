import { Select } from 'antd';
import { inMain } from './inMain.ts';

type Props = {
  id: string;
  label: string;
  placeholder: string;
  invalid: boolean;
  options: { value: string; label: string }[];
  value: string | undefined;
  onSearch: (typed: string) => void;
  onChange: (value: string | undefined) => void;
};

/** Chooses one of what is found for what was typed: whoever uses it finds, and hands over what that is. */
export function SearchSelect({ id, label, placeholder, invalid, options, value, onSearch, onChange }: Props) {
  return (
    <Select
      id={id}
      aria-label={label}
      placeholder={placeholder}
      showSearch={{ filterOption: false, onSearch }}
      // An empty list would be a listbox without options, which no screen reader can make sense of.
      notFoundContent={null}
      getPopupContainer={inMain}
      options={options}
      allowClear
      style={{ width: '100%' }}
      {...(invalid ? { status: 'error' as const } : {})}
      value={value}
      onChange={(chosen?: string) => onChange(chosen)}
    />
  );
}
