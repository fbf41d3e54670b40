import { useCallback, useEffect, useRef, useState } from 'react';
import { uuidv7 } from '../act-id.ts';
import { dropDraft, followDraft, keepDraft, readDraft } from './drafts.ts';

/** What was typed so far, by field. */
export type Typed = Record<string, unknown>;
/** `sent` is the body that went out under `id`: the same body again keeps the id, another one is another act. */
type Kept = { typed: Typed; id?: string; sent?: string };

/**
 * What a person types into one form, kept on this machine until it is done: through a lost line, a closed tab, a change
 * of page. The key names the seat, so that nobody finds another's words. Open in two tabs it is one draft, whichever of them is written in:
 * else the one would keep over the other's words, and sending there would drop them. A field that was not touched says what `begin` says
 * now: if somebody else changes the matter meanwhile, it follows, and is not sent back as it was. `secret`: nothing of it is kept on the
 * machine, and all of it is gone with the page.
 */
export function useDraft(key: string, begin: Typed, { secret = false } = {}) {
  const [kept, setKept] = useState<Kept>(() => (secret ? null : readDraft<Kept>(key)) ?? { typed: {} });

  // What comes from elsewhere (a file that was taken) comes between two drawings, and must not undo what was typed since.
  const latest = useRef(kept);
  const save = useCallback(
    (next: Kept) => {
      latest.current = next;
      setKept(next);
      if (!secret) keepDraft(key, next);
    },
    [key, secret],
  );
  useEffect(() => {
    if (secret) return undefined;
    return followDraft<Kept>(key, (elsewhere) => {
      latest.current = elsewhere;
      setKept(elsewhere);
    });
  }, [key, secret]);
  const type = (name: string, value: unknown) =>
    save({ ...latest.current, typed: { ...latest.current.typed, [name]: value } });
  /** Adds one to what a field holds as a list. */
  const add = (name: string, item: unknown) => {
    const had = { ...begin, ...latest.current.typed }[name];
    type(name, [...(Array.isArray(had) ? (had as unknown[]) : []), item]);
  };
  const clear = useCallback(() => dropDraft(key), [key]);
  /** Back to what the form began with. */
  const undo = useCallback(() => {
    latest.current = { typed: {} };
    setKept(latest.current);
    dropDraft(key);
  }, [key]);

  /** The id under which this body goes out. */
  const idFor = (body: unknown): string => {
    const sent = JSON.stringify(body);
    if (kept.id && kept.sent === sent) return kept.id;
    const id = uuidv7();
    save({ ...latest.current, id, sent });
    return id;
  };
  return { typed: { ...begin, ...kept.typed }, type, add, clear, undo, idFor };
}
