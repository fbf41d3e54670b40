import { useT } from '../../../i18n/language.tsx';
import { Chip } from './Chip.tsx';
import { LineField } from './LineField.tsx';

type Props = {
  name: 'aim' | 'area';
  value: string | null;
  max: number;
  list?: readonly string[];
  unsure?: boolean;
  /** Shows no value, only that it can be changed: the value already stands above. */
  quiet?: boolean;
  change: (value: string | null) => void;
};

/** The purpose of a task, or its area, as one line. */
export function LineChip({ name, value, max, list, unsure = false, quiet = false, change }: Props) {
  const t = useT();
  const label = t(`documents.${name}`);
  return (
    <Chip label={label} value={quiet ? null : value} empty={t(`documents.${name}.none`)} unsure={unsure} shy={quiet}>
      {(close) => (
        <LineField
          label={label}
          value={value ?? ''}
          max={max}
          {...(list ? { list } : {})}
          done={(text) => {
            if (text !== (value ?? '')) change(text || null);
            close();
          }}
        />
      )}
    </Chip>
  );
}
