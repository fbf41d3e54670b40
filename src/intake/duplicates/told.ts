import { findSitters } from '../../directory/index.ts';
import { LAST_UUID, type Uuid } from '../../kernel/index.ts';
import { findMatters, listTold } from '../../matters/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import type { Tx } from '../../platform/postgres/index.ts';
import type { ToldPage } from './contract.ts';
import { mayAsk } from './duplicates.policy.ts';

const PAGE = 30;

/** One page of what was told apart of a mechanism's matters and holds, newest first. Refuses `duplicates.not-yours` (403). */
export async function toldPage(
  tx: Tx,
  caller: Caller,
  { mechanism, after }: { mechanism: string; after?: Uuid | undefined },
): Promise<ToldPage> {
  mayAsk(caller);
  const found = await listTold(tx, caller.city, mechanism, after ?? LAST_UUID, PAGE + 1);
  const shown = found.slice(0, PAGE);
  const states = await findMatters(
    tx,
    caller.city,
    shown.flatMap(({ state }) => state.parts.flat()),
  );
  const sitter = await findSitters(tx, caller.city, [...new Set(shown.map(({ state }) => state.toldBy))]);
  const rows = shown.map(({ id, state: { parts, toldAt, toldBy } }) => {
    const by = sitter(toldBy, new Date(toldAt));
    return {
      id,
      toldAt,
      by: by ? { name: by.name, title: by.title } : null,
      parts: parts.map((part) =>
        part.flatMap((one) => {
          const state = states.get(one);
          return state ? [{ id: one, number: state.number, text: state.text }] : [];
        }),
      ),
    };
  });
  return { rows, next: found.length > PAGE ? shown.at(-1)!.id : null };
}
