import { useState } from 'react';
import type { BulletinView } from '../../../../src/bulletins/contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { useSession } from '../../../session/session.ts';
import { forget, keep, readKept, type Words } from './words.ts';

/** The words of a bulletin being written: those proposed, with what was changed kept through a reload. */
export function useWords(view: BulletinView, round: string) {
  const { seat } = useSession().caller;
  const [kept, setKept] = useState(() => readKept(seat, round) ?? { id: uuidv7(), words: {} });
  const words: Words = { title: view.title, opening: view.opening, closing: view.closing, ...kept.words };
  const write = (part: keyof Words, text: string) => {
    const next = { ...kept, words: { ...kept.words, [part]: text } };
    setKept(next);
    keep(seat, round, next);
  };
  return { id: kept.id, words, write, done: () => forget(seat, round) };
}
