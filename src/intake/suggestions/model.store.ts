import type { Tx } from '../../platform/postgres/index.ts';
import type { About } from './lessons.rules.ts';

/** What there was to learn from when it was looked at last; `version` and `learnedAt` are null where that was too little. */
export type KeptLesson = {
  readonly mechanism: string;
  readonly about: About;
  readonly lookedAt: Date;
  readonly matters: number;
  readonly kinds: number;
  readonly version: string | null;
  readonly learnedAt: Date | null;
};

const lessons = {
  name: 'suggestion.lessons',
  text: `select mechanism, about, looked_at as "lookedAt", matters, kinds, version, learned_at as "learnedAt"
    from suggestion_lesson where city = $1 and ($2::text is null or mechanism = $2) order by mechanism, about`,
};

/** The lessons of a mechanism, or of all, that the caller may see. */
export const findLessons = (tx: Tx, city: number, mechanism: string | null): Promise<KeptLesson[]> =>
  tx.run(lessons, [city, mechanism]);

const bytes = {
  name: 'suggestion.model',
  text: 'select model from suggestion_model where city = $1 and mechanism = $2 and about = $3 and version = $4',
};

/** The model of this very version; undefined where another has taken its place, or the caller may not see it. */
export const findModel = async (
  tx: Tx,
  city: number,
  { mechanism, about, version }: Pick<KeptLesson, 'mechanism' | 'about' | 'version'>,
): Promise<Uint8Array | undefined> =>
  (await tx.run<{ model: Buffer }>(bytes, [city, mechanism, about, version]))[0]?.model;

const keep = {
  name: 'suggestion.keep-lesson',
  text: `insert into suggestion_lesson (city, mechanism, about, looked_at, matters, kinds, version, learned_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (city, mechanism, about) do update set looked_at = excluded.looked_at, matters = excluded.matters,
      kinds = excluded.kinds, version = excluded.version, learned_at = excluded.learned_at`,
};
const keepModel = {
  name: 'suggestion.keep-model',
  text: `insert into suggestion_model (city, mechanism, about, version, model) values ($1, $2, $3, $4, $5)
    on conflict (city, mechanism, about) do update set version = excluded.version, model = excluded.model`,
};
const drop = {
  name: 'suggestion.drop-model',
  text: 'delete from suggestion_model where city = $1 and mechanism = $2 and about = $3',
};

/** Keeps what was looked at, with the model that was made of it: undefined leaves the one that is there, null takes it away. */
export async function keepLesson(
  tx: Tx,
  city: number,
  lesson: KeptLesson,
  model: Uint8Array | null | undefined,
): Promise<void> {
  const { mechanism, about, lookedAt, matters, kinds, version, learnedAt } = lesson;
  await tx.run(keep, [city, mechanism, about, lookedAt, matters, kinds, version, learnedAt]);
  if (model) await tx.run(keepModel, [city, mechanism, about, version, asBuffer(model)]);
  if (model === null) await tx.run(drop, [city, mechanism, about]);
}

/** The same bytes, as the database's driver takes them. */
const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
