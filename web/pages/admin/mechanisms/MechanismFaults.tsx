import type { Fault } from '../../../../src/mechanism/contract.ts';
import { useT } from '../../../i18n/language.tsx';
import desk from './MechanismDesk.module.css';

type Props = { faults: readonly Fault[]; warnings: readonly Fault[]; onGo: (line: number) => void };

/** What is wrong with the text, or what it may have forgotten, each with its line; choosing one goes there. */
export function MechanismFaults({ faults, warnings, onGo }: Props) {
  const t = useT();
  return (
    <div>
      <output className={faults.length ? 'quiet' : desk['fine']}>
        {faults.length ? t('admin.mechanism.faults', { n: faults.length }) : t('admin.mechanism.fine')}
      </output>
      <Lines faults={faults} onGo={onGo} />
      {warnings.length > 0 && (
        <>
          <p className="quiet">{t('admin.mechanism.warnings', { n: warnings.length })}</p>
          <Lines faults={warnings} onGo={onGo} />
        </>
      )}
    </div>
  );
}

function Lines({ faults, onGo }: Pick<Props, 'faults' | 'onGo'>) {
  const t = useT();
  return (
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
  );
}
