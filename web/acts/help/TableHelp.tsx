import { useT } from '../../i18n/language.tsx';
import { Help } from './Help.tsx';

/** What a table of matters, of units and people, or of enterprises does when it is brought in: many acts at once, each with a help of its own. */
export function TableHelp({ of }: { of: 'import' | 'roster' | 'enterprises' }) {
  const t = useT();
  return <Help sentences={[t(`help.table.${of}`), t(`help.table.${of}.after`)]} />;
}
