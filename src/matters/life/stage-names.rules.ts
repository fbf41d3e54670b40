import type { Problem } from '../../kernel/index.ts';
import type { Mechanism } from '../../mechanism/index.ts';

/** A refusal that names stages, with the names that the mechanism gives them. */
export function stagesNamed(refused: Problem, { stages }: Mechanism): Problem {
  const name = (key: unknown) => stages[String(key)]?.name ?? String(key);
  const { stage, stages: several, ...params } = refused.params ?? {};
  const named = {
    ...params,
    ...(stage === undefined ? {} : { stage: name(stage) }),
    ...(Array.isArray(several) ? { stages: several.map(name) } : {}),
  };
  return { ...refused, params: named };
}
