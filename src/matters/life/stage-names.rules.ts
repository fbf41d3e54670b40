import type { Problem } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';

/** A refusal that names stages, acts, or a field of an act, with the names that the mechanism gives them. */
export function stagesNamed(refused: Problem, { stages, acts }: Pick<Mechanism, 'stages' | 'acts'>): Problem {
  const name = (key: unknown) => stages[String(key)]?.name ?? String(key);
  const { stage, stages: several, acts: kinds, ...params } = refused.params ?? {};
  const own = acts[params['act'] as ActKind]?.name;
  const field = acts[params['act'] as ActKind]?.fields?.[params['field'] as string];
  const named = {
    ...params,
    ...(own ? { act: own } : {}),
    ...(field ? { field } : {}),
    ...(Array.isArray(kinds) ? { acts: kinds.map((kind) => acts[kind as ActKind]?.name ?? String(kind)) } : {}),
    ...(stage === undefined ? {} : { stage: name(stage) }),
    ...(Array.isArray(several) ? { stages: several.map(name) } : {}),
  };
  const errors = refused.errors?.map((fault) => stagesNamed(fault, { stages, acts }));
  return { ...refused, params: named, ...(errors ? { errors } : {}) };
}
