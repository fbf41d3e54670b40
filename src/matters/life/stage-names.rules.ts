import type { Problem } from '../../kernel/index.ts';
import type { ActKind, Mechanism } from '../../mechanism/index.ts';

/** A refusal that names stages, or an act, with the names that the mechanism gives them. */
export function stagesNamed(refused: Problem, { stages, acts }: Mechanism): Problem {
  const name = (key: unknown) => stages[String(key)]?.name ?? String(key);
  const { stage, stages: several, acts: kinds, ...params } = refused.params ?? {};
  const own = acts[params['act'] as ActKind]?.name;
  const named = {
    ...params,
    ...(own ? { act: own } : {}),
    ...(Array.isArray(kinds) ? { acts: kinds.map((kind) => acts[kind as ActKind]?.name ?? String(kind)) } : {}),
    ...(stage === undefined ? {} : { stage: name(stage) }),
    ...(Array.isArray(several) ? { stages: several.map(name) } : {}),
  };
  return { ...refused, params: named };
}
