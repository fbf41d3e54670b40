import { useT } from '../i18n/language.tsx';

/** Whether what is promised is to be reached, or not to be passed; the first is what is meant where nobody says. */
export function SenseOptions() {
  const t = useT();
  return ['least', 'most'].map((sense) => (
    <option key={sense} value={sense}>
      {t(`plans.sense.${sense}`)}
    </option>
  ));
}
