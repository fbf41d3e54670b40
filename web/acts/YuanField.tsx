import type { ComponentProps } from 'react';
import { wholeMoney } from '../format/money.ts';
import { useT } from '../i18n/language.tsx';
import style from './Field.module.css';
import { Button } from '../frame/Button.tsx';
import { asksZero, fenOf, ZERO } from './parties/fen.ts';

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'value'> & {
  value: string;
  onType: (text: string) => void;
  above?: boolean;
};

/**
 * A sum of money, typed as people write it; what was understood stands below, as a 万 too much is easily overlooked. Nought is asked about once
 * more, but where it has to be `above` that.
 */
export function YuanField({ value, onType, above = false, ...rest }: Props) {
  const t = useT();
  const fen = fenOf(value);
  return (
    <>
      <input
        {...rest}
        // Telephones have no 万 among their figures.
        inputMode="text"
        autoComplete="off"
        maxLength={40}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      <output className={style['understood']} htmlFor={rest.id}>
        {fen === undefined ? '' : t('web.yuan.understood', { sum: wholeMoney(t, fen) })}
      </output>
      {!above && asksZero(value) && (
        <div>
          <Button size="small" onClick={() => onType(ZERO)}>
            {t('web.yuan.really')}
          </Button>
        </div>
      )}
    </>
  );
}
