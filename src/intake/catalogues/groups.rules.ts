import type { UnitMatch } from '../../directory/contract.ts';
import type { Uuid } from '../../kernel/index.ts';

/** Whom groups mean in the table that is read: those that were chosen (各单位), the districts and counties, the towns, and what was said of each other one. */
export type Groups = {
  readonly units: readonly Uuid[];
  readonly counties: readonly Uuid[];
  readonly towns: readonly Uuid[];
  readonly said: ReadonlyMap<string, readonly Uuid[]>;
};

type Group = Extract<UnitMatch, { kind: 'group' }>['group'];

/** Some of them, and no word of which. */
const SOME = /有关|相关|责任|成员|主管|牵头|配合|其他|其它|涉及/u;
const TOWNS = /乡|镇|街道/u;
const COUNTIES = /县|区|市(?!直|级|本级)/u;

/**
 * The units that a group means: 各县区 the districts and counties and nobody else, 各单位 those that were chosen. Null where no word of the table says
 * which they are (各有关部门), and nobody has said so yet: that is asked, and never guessed. Pure.
 */
export function unitsOfGroup(
  name: string,
  group: Group,
  { units, counties, towns, said }: Groups,
): readonly Uuid[] | null {
  const told = said.get(name);
  if (told?.length) return told;
  if (SOME.test(name) || group === 'companies') return null;
  if (group !== 'counties') return units;
  const among = [...(COUNTIES.test(name) ? counties : []), ...(TOWNS.test(name) ? towns : [])];
  return among.length ? among : null;
}
