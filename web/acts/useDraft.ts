import { useCallback, useState } from 'react';
import { uuidv7 } from '../act-id.ts';

/** What was typed so far, by field. */
export type Typed = Record<string, unknown>;
/** `sent` is the body that went out under `id`: the same body again keeps the id, another one is another act. */
type Kept = { typed: Typed; id?: string; sent?: string };

/**
 * What a person types into one form, kept on this machine until it is done: through a lost line, a closed tab, a change
 * of page. The key names the seat, so that nobody finds another's words.
 */
export function useDraft(key: string, begin: Typed) {
  const place = `huiyin.draft.${key}`;
  const [kept, setKept] = useState<Kept>(() => read(place) ?? { typed: begin });

  const save = useCallback(
    (next: Kept) => {
      setKept(next);
      localStorage.setItem(place, JSON.stringify(next));
    },
    [place],
  );
  const type = (name: string, value: unknown) => save({ ...kept, typed: { ...kept.typed, [name]: value } });
  const clear = useCallback(() => {
    localStorage.removeItem(place);
  }, [place]);

  /** The id under which this body goes out. */
  const idFor = (body: unknown): string => {
    const sent = JSON.stringify(body);
    if (kept.id && kept.sent === sent) return kept.id;
    const id = uuidv7();
    save({ ...kept, id, sent });
    return id;
  };
  return { typed: kept.typed, type, clear, idFor };
}

function read(place: string): Kept | null {
  try {
    const text = localStorage.getItem(place);
    return text ? (JSON.parse(text) as Kept) : null;
  } catch {
    return null;
  }
}
