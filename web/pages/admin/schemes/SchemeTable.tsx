import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { SchemeTable as Table } from '../../../../src/intake/schemes/scheme.contract.ts';
import { api, query } from '../../../api.ts';
import { Button } from '../../../frame/Button.tsx';
import { announce } from '../../../frame/announce.ts';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import style from '../Admin.module.css';
import type { Tree } from './edit.ts';
import scheme from './Scheme.module.css';

type Props = { inForce: { key: string; version: number } | null; onTake: (tree: Tree) => void };

/** The tree from a table, and as one. What was read is only taken onto the desk; with faults, only when asked again. */
export function SchemeTable({ inForce, onTake }: Props) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const take = (table: Table) => {
    onTake(table.categories);
    reading.reset();
    announce(t('admin.scheme.read', { n: table.categories.filter(({ retired }) => !retired).length }));
  };
  const reading = useMutation({
    mutationFn: (file: File) => api.file<Table>(`/api/schemes/read${query({ key: inForce?.key })}`, file),
    onSuccess: (table) => {
      if (table.faults.length === 0) take(table);
    },
  });
  const faulty = reading.data?.faults.length ? reading.data : null;
  return (
    <div className={style['section']}>
      <div className={scheme['table']}>
        <Button loading={reading.isPending} onClick={() => input.current?.click()}>
          {t('admin.scheme.import')}
        </Button>
        <input
          ref={input}
          type="file"
          className="unseen"
          tabIndex={-1}
          aria-label={t('admin.scheme.import')}
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) reading.mutate(file);
            event.target.value = '';
          }}
        />
        {inForce && (
          <span>
            {t('admin.scheme.export', { version: inForce.version })}{' '}
            {(['xlsx', 'csv'] as const).map((format) => (
              <a
                key={format}
                href={`/api/schemes/${inForce.key}/versions/${inForce.version}/table?format=${format}`}
                download
              >
                {t(`transfers.format.${format}`)}
              </a>
            ))}
          </span>
        )}
        <span className="faint">{t('admin.scheme.import.hint')}</span>
      </div>
      {reading.error && <Fault error={reading.error} />}
      {faulty && (
        <section className={scheme['faults']} aria-label={t('admin.scheme.table-faults', { n: faulty.faults.length })}>
          <p role="alert">{t('admin.scheme.table-faults', { n: faulty.faults.length })}</p>
          <ol>
            {faulty.faults.map(({ line, code, params }, n) => (
              <li key={n}>
                <span className={scheme['line']}>{t('admin.mechanism.line', { line })}</span>
                <span>{t(code, params)}</span>
              </li>
            ))}
          </ol>
          {faulty.categories.length > 0 && (
            <div>
              <Button onClick={() => take(faulty)}>{t('admin.scheme.take-faulty')}</Button>
            </div>
          )}
        </section>
      )}
    </div>
  );
}
