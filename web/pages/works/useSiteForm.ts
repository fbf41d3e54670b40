import { useState } from 'react';
import type { WorkRow } from '../../../src/matters/works/works.contract.ts';
import { uuidv7 } from '../../act-id.ts';
import { actFields } from '../../acts/fields.ts';
import { askedIfFar, askedWhy } from '../../acts/fieldsFor.ts';
import { givenFrom, lacking } from '../../acts/given.ts';
import { sameValue } from '../../acts/sameValue.ts';
import { unread } from '../../acts/unread.ts';
import { useDraft, type Typed } from '../../acts/useDraft.ts';
import { useMissing } from '../../acts/useMissing.ts';
import { ApiProblem } from '../../api.ts';
import { announce } from '../../frame/announce.ts';
import { useToday } from '../../format/today.ts';
import { useLanguage, type Translate } from '../../i18n/language.tsx';
import { fieldFaults } from '../../problems/fieldFaults.ts';
import { drop, keep, type Waiting } from '../../outbox/store.ts';
import { usePhotos } from '../../outbox/usePhotos.ts';
import { farReading, unexplained } from '../../works/farReading.ts';
import { isNext } from '../../works/nextGate.ts';
import { withWaiting } from '../../works/withWaiting.ts';
import { awayOf } from '../../works/WorkField.tsx';
import { useSession } from '../../session/session.ts';

/** What is taken where. */
export type Taking = {
  row: WorkRow;
  kind: 'measure' | 'inspect';
  /** One that the server refused, to be mended. */
  mending: Waiting | null;
  /** What waits on this machine to be sent, of whatever site. */
  waiting: readonly Waiting[];
  onKept: () => void;
};

/** The name and the moment of what was done just now. */
const done = () => ({ id: uuidv7(), at: new Date().toISOString() });

/** The words, numbers and photographs of one taking, what is still missing, and how they are kept. `full`: there is no room for more. */
export function useSiteForm({ row, kind, mending, waiting, onKept }: Taking) {
  const { t, language } = useLanguage();
  const today = useToday();
  const { seat, account } = useSession().caller;
  const all = actFields[kind].filter((field) => field.kind !== 'files');
  const only = kind === 'measure' && row.targets.rows.length === 1 ? { target: row.targets.rows[0]!.target } : {};
  const gate = kind === 'inspect' ? { gate: row.gates.find(isNext)?.gate ?? '' } : {};
  const key = `${seat}.${row.id}.site-${kind}`;
  const draft = useDraft(key, {
    on: today,
    ...only,
    ...gate,
    ...(mending?.kind === kind ? mending.given : {}),
  });
  const { photos, choose, ...kept } = usePhotos(
    { seat, account },
    mending ? `${key}.${mending.id}` : key,
    mending?.photos ?? [],
  );
  // A reading of this morning is not less real for want of a line.
  const targets = withWaiting(
    row.targets,
    waiting.filter(({ matter }) => matter === row.id),
  );
  const work = { targets, gates: row.gates, place: row.place, waiting };
  const far = kind === 'measure' ? farReading(t, language, targets, draft.typed) : null;
  const odd = kind === 'measure' ? unexplained(t, language, targets, draft.typed) : null;
  const fields = askedWhy(askedIfFar(all, far), odd);
  const wrong = { ...unread(t, fields, draft.typed), ...aheadOf(t, today, draft.typed) };
  const lacks = () => {
    const given = givenFrom(fields, draft.typed);
    // Said now: refused for the want of it in the evening, nobody knows any more why.
    const why = awayOf(work, given['position'], draft.typed) !== null && !given['reason'] ? ['reason'] : [];
    return [...Object.keys(wrong), ...lacking(fields, given), ...why, ...(photos.length ? [] : ['files'])];
  };
  const [missing, setMissing] = useMissing(lacks);
  // What the server said of it holds until the field says something else.
  const refused = mending?.refused ? fieldFaults(new ApiProblem(mending.refused)) : {};
  const faultOf = (name: string, label: string): string | undefined => {
    if (missing.includes(name))
      return wrong[name] ?? (name === 'reason' ? odd : null) ?? t('web.field.must', { field: label });
    return mending && sameValue(mending.given, draft.typed, name) ? refused[name] : undefined;
  };
  const [full, setFull] = useState(false);
  const save = async () => {
    const given = givenFrom(fields, draft.typed);
    const lack = lacks();
    setMissing(lack);
    if (lack.length) return;
    const act: Waiting = {
      ...done(),
      seat,
      account,
      matter: row.id,
      number: row.number,
      title: row.text,
      kind,
      given,
      photos: [...photos],
      refused: null,
    };
    try {
      await keep(act);
      // What it mends is no case any more.
      if (mending) await drop(mending.id);
    } catch {
      return setFull(true);
    }
    draft.clear();
    kept.clear();
    announce(t('outbox.kept', { act: t(`matter.act.${kind}`) }));
    onKept();
  };
  return {
    fields,
    hints: { sure: far, reason: odd },
    work,
    draft,
    photos: { chosen: photos, choose },
    faultOf,
    full: full || kept.full,
    save,
  };
}

/** What is said of a day that has not come: the server would refuse it in the evening. */
const aheadOf = (t: Translate, today: string, { on }: Typed): Record<string, string> =>
  typeof on === 'string' && on > today ? { on: t('works.day-ahead', { day: on, today }) } : {};
