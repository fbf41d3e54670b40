import { useEffect, useMemo, useRef, useState } from 'react';
import type { MatterView } from '../../src/matters/contract.ts';
import { useFormat } from '../format/useFormat.ts';
import { announce } from '../frame/announce.ts';
import { useLanguage } from '../i18n/language.tsx';
import { useSession } from '../session/session.ts';
import { useUnits } from '../units/useUnits.ts';
import { deedText, doerText } from './storyText.ts';

/** The acts that others did while this matter was open, by their ids; the newest is said in words as it arrives. */
export function useFreshActs(view: MatterView): ReadonlySet<string> {
  const { t, language } = useLanguage();
  const { day } = useFormat();
  const { unitName } = useUnits();
  const { seat } = useSession().caller;
  const [opened] = useState(view.row.seq);
  const fresh = useMemo(
    () => view.story.filter((act) => act.seq > opened && act.seat !== seat),
    [view.story, opened, seat],
  );
  const newest = fresh.at(-1);
  const told = useRef(opened);
  useEffect(() => {
    if (!newest || newest.seq <= told.current) return;
    told.current = newest.seq;
    const deed = deedText(t, newest, { unit: unitName, day, language });
    announce(t('live.matter', { who: doerText(t, newest, unitName), deed }));
  }, [newest, t, language, unitName, day]);
  return useMemo(() => new Set(fresh.map(({ id }) => id)), [fresh]);
}
