import type { Uuid } from '../../kernel/index.ts';

/** That matters were told apart, after all its acts so far. `parts`: matters of different parts are different things. */
export type ToldState = {
  readonly mechanism: string;
  readonly parts: readonly (readonly Uuid[])[];
  readonly toldAt: string;
  readonly toldBy: Uuid;
  readonly endedAt: string | null;
  readonly endedBy: Uuid | null;
};

/** That a matter was told apart, with others, by one entry: those of one `part` are not told apart from each other. */
export type ToldMatter = { readonly told: Uuid; readonly matter: Uuid; readonly part: number };

/** Whether two matters were told apart, by what was told of either of them. */
export function apartBy(rows: readonly ToldMatter[]): (one: Uuid, other: Uuid) => boolean {
  const of = Map.groupBy(rows, ({ matter }) => matter);
  return (one, other) =>
    (of.get(one) ?? []).some(({ told, part }) =>
      (of.get(other) ?? []).some((row) => row.told === told && row.part !== part),
    );
}
