import { useT } from '../i18n/language.tsx';
import { faultText } from './faultText.ts';
import style from './Fault.module.css';

/** A failed request told in its place, not instead of the page. */
export function Fault({ error }: { error: unknown }) {
  const t = useT();
  return (
    <p role="alert" className={style['fault']}>
      {faultText(t, error)}
    </p>
  );
}
