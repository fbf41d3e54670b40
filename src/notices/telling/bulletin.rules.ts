import type { Uuid } from '../../kernel/index.ts';
import { payloadOf, type StoredAct } from '../../ledger/index.ts';
import { PUBLISH } from '../../bulletins/index.ts';
import type { BulletinView } from '../../bulletins/contract.ts';
import { ownersOf, superiorsOf, type People } from './people.rules.ts';
import type { Told } from './told.rules.ts';

/** Whether an act publishes a bulletin. */
export const isBulletin = (act: Pick<StoredAct, 'kind'>): boolean => act.kind === PUBLISH;

/**
 * Who is told that a bulletin was published: those whose work it counts. The heads of the units that lead a matter in it,
 * this week's or the last's; in a unit that has no head anywhere above, whoever does its work. Not the whole city, which finds it
 * among the bulletins.
 */
export function concerned(act: StoredAct, people: People): Told[] {
  const { list, before } = payloadOf(act) as BulletinView;
  const leads = list.flatMap(({ matters }) => matters.map((m) => m.lead));
  const counted = before?.figures.byUnit.map(({ key }) => key) ?? [];
  const units = new Set([...leads, ...counted].filter((unit): unit is Uuid => unit !== null));
  const told = [...units].flatMap((unit) => {
    const heads = superiorsOf(people, unit);
    return (heads.length ? heads : ownersOf(people, unit).seats).map((held) => ({ held, unit }));
  });
  return told
    .filter(({ held }, i) => held.seat !== act.seat && told.findIndex((t) => t.held.seat === held.seat) === i)
    .map(({ held, unit }) => ({
      seat: held.seat,
      account: held.account,
      kind: 'bulletin',
      why: 'concerned',
      unit,
      due: null,
    }));
}
