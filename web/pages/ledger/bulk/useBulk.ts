import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActReceipt, MatterRow } from '../../../../src/matters/contract.ts';
import { uuidv7 } from '../../../act-id.ts';
import { api } from '../../../api.ts';
import type { FormAct } from '../../../acts/fields.ts';
import { actedHere } from '../../../live/own.ts';
import { movedTo } from './mayPass.ts';

/** How one row answered. */
export type Answer = { state: 'waiting' } | { state: 'done' } | { state: 'failed'; error: unknown };

/** What each row that was sent has answered, by its id. */
export type Answers = ReadonlyMap<string, Answer>;

/** So many requests are on their way at once: rows answer one after the other, and the line stays free for others. */
const AT_ONCE = 4;

/**
 * One act on many matters. Each row is an act of its own with an id of its own, kept for as long as the same is asked: sent
 * again it is done once. Each answers for itself; what failed can be tried again where that may help, see `mayPass`.
 */
export function useBulk(kind: FormAct) {
  const queries = useQueryClient();
  const [answers, setAnswers] = useState<Answers>(new Map());
  const [going, setGoing] = useState(false);
  const [names] = useState(() => new Map<string, string>());

  const idFor = (row: MatterRow, body: string): string => {
    const key = `${row.id} ${body}`;
    const known = names.get(key);
    if (known) return known;
    const id = uuidv7();
    names.set(key, id);
    return id;
  };
  const told = (id: string, answer: Answer) => setAnswers((had) => new Map(had).set(id, answer));
  const one = async (row: MatterRow, given: Record<string, unknown>): Promise<Answer> => {
    // Whoever was told that others had acted, and tries again, has seen up to there.
    const before = answers.get(row.id);
    const moved = before?.state === 'failed' ? movedTo(before.error) : null;
    const body = { kind, seen: moved ?? row.seq, given };
    try {
      const { matter, seq } = await api.act<ActReceipt>(`/api/matters/${row.id}/acts`, {
        id: idFor(row, JSON.stringify(body)),
        ...body,
      });
      actedHere(matter, seq);
      return { state: 'done' };
    } catch (error) {
      return { state: 'failed', error };
    }
  };
  /** Sends to these rows; gives what all have answered so far, those of an earlier run too. */
  const run = async (rows: readonly MatterRow[], given: Record<string, unknown>): Promise<Answers> => {
    const all = new Map(answers);
    setGoing(true);
    for (const row of rows) told(row.id, { state: 'waiting' });
    const queue = rows[Symbol.iterator]();
    const worker = async () => {
      for (const row of queue) {
        const answer = await one(row, given);
        all.set(row.id, answer);
        told(row.id, answer);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setGoing(false);
    for (const key of ['ledger', 'workbench', 'round', 'matter']) void queries.invalidateQueries({ queryKey: [key] });
    return all;
  };
  return { answers, going, run };
}
