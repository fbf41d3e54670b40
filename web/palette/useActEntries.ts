import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ActKind } from '../../src/mechanism/contract.ts';
import { askForAct } from '../acts/askedAct.ts';
import { choiceText } from '../acts/choiceText.ts';
import { actFields, type FormAct } from '../acts/fields.ts';
import { inOrder, standsOf } from '../acts/order.ts';
import { useFormat } from '../format/useFormat.ts';
import { useNarrow } from '../frame/useNarrow.ts';
import { useOpenMatter } from '../frame/useOpenMatter.ts';
import { useLanguage } from '../i18n/language.tsx';
import { matterQuery } from '../matters/queries.ts';
import { useStageName } from '../matters/useStageName.ts';
import { useSession } from '../session/session.ts';
import { cursorRow, listsMatters } from './cursorRow.ts';
import { fits, type Entry } from './entry.ts';
import { PINYIN } from './pinyin.ts';

/**
 * Every act of the matter that is open, or of the row that the keys stand on: those that can be done, and the others with the reason
 * why not. Of a list in which they stand on no row, that one is to be chosen first. `of`: what they are about.
 */
export function useActEntries(typed: string): { of: 'open' | 'row' | 'none'; entries: Entry[] } {
  const { t, find, language } = useLanguage();
  const { day } = useFormat();
  const { caller } = useSession();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const open = useOpenMatter();
  // As it was when the palette was called: from then on the palette has the focus.
  const [{ row, listed }] = useState(() => ({ row: cursorRow(), listed: listsMatters() }));
  const matter = open ?? row;
  const { data: view } = useQuery({ ...matterQuery(matter ?? ''), enabled: matter !== null });
  const stage = useStageName(view ?? { stages: [] });
  const of = open !== null ? 'open' : row !== null ? 'row' : 'none';
  if (matter === null) {
    const acts = Object.keys(actFields).map((kind) => ({ kind, label: t(`matter.act.${kind}`) }));
    const meant = listed && acts.some(({ kind, label }) => fits(typed, label, PINYIN[`act ${kind}`]));
    const first: Entry = {
      key: 'act none',
      group: 'acts',
      label: t('palette.no-row'),
      hint: t('palette.no-row.how'),
      off: true,
      run: () => {},
    };
    return { of, entries: meant ? [first] : [] };
  }
  if (!view) return { of, entries: [] };
  const go = (kind: FormAct) => {
    askForAct(matter, kind);
    if (open !== null) return;
    if (location.pathname === '/ledger' && !narrow)
      void navigate({ to: '/ledger', search: (had) => ({ ...had, open: matter }), resetScroll: false });
    else void navigate({ to: '/matters/$id', params: { id: matter } });
  };
  const choices = inOrder(view.acts, caller.role, standsOf(view)).filter((choice) => choice.allowed || choice.code);
  const entries = choices
    .toSorted((a, b) => Number(b.allowed) - Number(a.allowed))
    .map((choice): Entry => ({
      key: `act ${choice.kind}`,
      group: 'acts',
      label: view.actNames[choice.kind]?.[language] ?? t(`matter.act.${choice.kind}`),
      hint: choice.allowed ? view.row.number : choiceText(t, choice, { find, stage, day }),
      off: !choice.allowed,
      run: () => go(choice.kind as FormAct),
    }));
  // What a mechanism calls otherwise sounds otherwise.
  const fitting = ({ key, label }: Entry) =>
    fits(typed, label, view.actNames[key.slice('act '.length) as ActKind] ? '' : PINYIN[key]);
  return { of, entries: entries.filter(fitting) };
}
