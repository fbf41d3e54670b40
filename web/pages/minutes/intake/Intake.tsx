import { useState } from 'react';
import { DayField } from '../../../days/DayField.tsx';
import { Button } from '../../../frame/Button.tsx';
import { useT } from '../../../i18n/language.tsx';
import { Fault } from '../../../problems/Fault.tsx';
import { DropArea } from '../../../files/DropArea.tsx';
import { PasteBox } from './PasteBox.tsx';
import { Reading } from './Reading.tsx';
import { useReading } from './useReading.ts';
import style from './Intake.module.css';

/** The ways in: a file, pasted text, or the example to try with. */
export function Intake() {
  const t = useT();
  const [date, setDate] = useState('');
  const { progress, fault, readFile, readText, readSample } = useReading(date);
  const busy = progress !== null;
  return (
    <section aria-label={t('documents.minutes.intake')}>
      <div className={style['ways']}>
        <DropArea
          icon="minutes"
          accept=".txt,.docx,.pdf,text/plain,application/pdf"
          words={{
            ask: t('documents.minutes.drop'),
            choose: t('documents.minutes.choose'),
            formats: t('documents.minutes.formats'),
          }}
          busy={busy}
          take={(file) => void readFile(file)}
        />
        <PasteBox busy={busy} take={readText} />
      </div>
      {progress && <Reading progress={progress} />}
      {fault !== null && <Fault error={fault} />}
      <div className={style['foot']}>
        <label htmlFor="minutes-date">{t('documents.minutes.date')}</label>
        <span className={style['date']}>
          <DayField
            id="minutes-date"
            value={date}
            onChange={setDate}
            onUnreadable={() => setDate('')}
            describedBy="date-hint"
          />
        </span>
        <span id="date-hint" className="faint">
          {t('documents.minutes.date.hint')}
        </span>
        <Button type="link" disabled={busy} onClick={() => void readSample()} className={style['sample'] ?? ''}>
          {t('documents.minutes.try')}
        </Button>
      </div>
    </section>
  );
}
