import { useEffect, useRef, useState } from 'react';
import { TableHelp } from '../../../acts/help/TableHelp.tsx';
import { DropArea } from '../../../files/DropArea.tsx';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { AnotherFile } from './AnotherFile.tsx';
import { joined, personLine, typedUnits, unitLine } from './draft.ts';
import style from './Roster.module.css';
import { TypedUnits } from './TypedUnits.tsx';
import type { RosterDesk } from './useRoster.ts';

const ACCEPT = '.xlsx,.xlsm,.csv,.tsv,.txt,text/csv';

/** The ways in: a file, lines that are typed, the seats that are lacking. Each adds to what lies on the table. */
export function RosterIntake({ desk, task }: { desk: RosterDesk; task: 'seats' | undefined }) {
  const t = useT();
  const { empty, change, share, reading, lacking } = desk;
  const [typing, setTyping] = useState(false);
  const asked = useRef(false);
  const { mutate } = lacking;
  // Whoever comes for the seats finds them on the table.
  useEffect(() => {
    if (task !== 'seats' || !empty || asked.current) return;
    asked.current = true;
    mutate(true);
  }, [task, empty, mutate]);
  return (
    <div className={style['intake']}>
      {empty && task !== 'seats' && (
        <>
          <DropArea
            icon="ledger"
            accept={ACCEPT}
            words={{ ask: t('roster.drop'), choose: t('import.choose'), formats: t('import.formats') }}
            busy={share !== null}
            take={(file) => reading.mutate(file)}
          />
          {share !== null && <output className="quiet">{t('import.reading')}</output>}
          <p className={style['templates']}>
            {t('import.template')} <a href="/api/roster/template">{t('transfers.format.xlsx')}</a>{' '}
            <a href="/api/roster/template?format=csv&of=units">{t('roster.csv.units')}</a>{' '}
            <a href="/api/roster/template?format=csv&of=people">{t('roster.csv.people')}</a>
          </p>
        </>
      )}
      {lacking.data?.people.length === 0 && <output>{t('roster.none-lacking')}</output>}
      {typing ? (
        <TypedUnits
          onCancel={() => setTyping(false)}
          onTyped={(text) => {
            change((now) => joined(now, { units: typedUnits(text) }));
            setTyping(false);
          }}
        />
      ) : (
        <div className={style['ways']}>
          {!empty && <AnotherFile accept={ACCEPT} busy={share !== null} take={(file) => reading.mutate(file)} />}
          <Button onClick={() => setTyping(true)}>{t('roster.type-units')}</Button>
          <Button onClick={() => change((now) => joined(now, { units: [unitLine()] }))}>{t('roster.add-unit')}</Button>
          <Button onClick={() => change((now) => joined(now, { people: [personLine()] }))}>
            {t('roster.add-person')}
          </Button>
          <Button onClick={() => mutate(task === 'seats')} loading={lacking.isPending}>
            {t('roster.add-lacking')}
          </Button>
          {empty && <TableHelp of="roster" />}
        </div>
      )}
    </div>
  );
}
