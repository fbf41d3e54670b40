import type { ImportNotes } from '../../src/intake/sheets/contract.ts';
import { useT } from '../i18n/language.tsx';
import style from './SheetNotes.module.css';

/** What a reader should know of a table's file besides its rows. */
export function SheetNotes({ notes }: { notes: ImportNotes }) {
  const t = useT();
  const valued = notes.formulas - notes.unvalued;
  const told = [
    valued > 0 && t('import.note.formulas', { n: valued }),
    notes.unvalued > 0 && t('import.note.unvalued', { n: notes.unvalued }),
    notes.hiddenRows > 0 && t('import.note.hidden', { n: notes.hiddenRows }),
    notes.macros && t('import.note.macros'),
    notes.links && t('import.note.links'),
  ].filter(Boolean);
  if (told.length === 0) return null;
  return (
    <ul className={style['notes']} aria-label={t('import.notes')}>
      {told.map((words) => (
        <li key={String(words)}>{words}</li>
      ))}
    </ul>
  );
}
