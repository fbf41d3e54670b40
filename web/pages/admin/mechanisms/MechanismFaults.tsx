import type { Fault } from '../../../../src/mechanism/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import desk from './MechanismDesk.module.css';

/** What is wrong with the text, each fault with its line; choosing one goes there. */
export function MechanismFaults({ faults, onGo }: { faults: readonly Fault[]; onGo: (line: number) => void }) {
  const t = useT();
  return (
    <div>
      <output className={faults.length ? 'quiet' : desk['fine']}>
        {faults.length ? t('admin.mechanism.faults', { n: faults.length }) : t('admin.mechanism.fine')}
      </output>
      <ul className={desk['faults']}>
        {faults.map(({ line, code, params }, n) => (
          <li key={`${line} ${code} ${n}`}>
            <button type="button" onClick={() => onGo(line)}>
              <span className={desk['line']}>{t('admin.mechanism.line', { line })}</span>
              <span>{t(code, params)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
