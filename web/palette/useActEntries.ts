import { useQuery } from '@tanstack/react-query';
import { askForAct } from '../acts/askedAct.ts';
import { choiceText } from '../acts/choiceText.ts';
import type { FormAct } from '../acts/fields.ts';
import { inOrder } from '../acts/order.ts';
import { useFormat } from '../format/useFormat.ts';
import { useOpenMatter } from '../frame/useOpenMatter.ts';
import { useLanguage } from '../i18n/language.tsx';
import { matterQuery } from '../matters/queries.ts';
import { useStageName } from '../matters/useStageName.ts';
import { useSession } from '../session/session.ts';
import type { Entry } from './entry.ts';

/** Every act of the matter that is open: those that can be done, and the others with the reason why not. */
export function useActEntries(): Entry[] {
  const { t, find } = useLanguage();
  const { day } = useFormat();
  const { caller } = useSession();
  const open = useOpenMatter();
  const { data: view } = useQuery({ ...matterQuery(open ?? ''), enabled: open !== null });
  const stage = useStageName(view ?? { stages: [] });
  if (!view || open === null) return [];
  const choices = inOrder(view.acts, caller.role, view.row.phase).filter((choice) => choice.allowed || choice.code);
  return choices
    .toSorted((a, b) => Number(b.allowed) - Number(a.allowed))
    .map((choice) => ({
      key: `act ${choice.kind}`,
      group: 'acts',
      label: t(`matter.act.${choice.kind}`),
      hint: choice.allowed ? view.row.number : choiceText(t, choice, { find, stage, day }),
      off: !choice.allowed,
      run: () => askForAct(open, choice.kind as FormAct),
    }));
}
