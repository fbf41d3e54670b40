import type { StoryAct } from '../../../../src/matters/contract.ts';
import type { ShownPersonal } from '../../../../src/matters/personal/personal.contract.ts';

type Told = Pick<StoryAct, 'id' | 'kind' | 'at'>;
/** `said`: the acts in whose words it stands, where the same mark stands for something else in others. */
export type Mark = { readonly mark: string; readonly text: string; readonly said: readonly Told[] };

/**
 * What stands behind each mark, once where it says the same. Marks are counted anew in each act: 〔姓名1〕 of an appeal and 〔姓名1〕 of a
 * reply may be two people, who are told apart by where they stand.
 */
export function marksOf(pieces: ShownPersonal['pieces'], story: readonly Told[]): Mark[] {
  const shown = pieces.filter(
    ({ mark, text }, i) => pieces.findIndex((one) => one.mark === mark && one.text === text) === i,
  );
  return shown.map(({ mark, text }) => {
    const alone = shown.every((one) => one.mark !== mark || one.text === text);
    const where = pieces.filter((one) => one.mark === mark && one.text === text).map(({ act }) => act);
    return { mark, text, said: alone ? [] : story.filter(({ id }) => where.includes(id)) };
  });
}
