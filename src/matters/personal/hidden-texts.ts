import { unsealOf } from '../../directory/index.ts';
import type { Uuid } from '../../kernel/index.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { matterAct } from '../receipt.ts';
import { readConcealing } from './concealed.store.ts';
import type { Hidden } from './hide.rules.ts';

/** What stands behind the marks in a matter's words, whosever it is, so that it is published nowhere; nothing of those who were erased. */
export const hiddenTexts = (tx: Tx, city: number, matter: Uuid): Promise<string[]> =>
  asSystem(tx, async () => {
    const texts = new Set<string>();
    for (const act of (await readConcealing(tx, city, [matter])).map(matterAct))
      for (const effect of act.effects) {
        if (effect.do !== 'conceal' || effect.sealed === null) continue;
        const opened = await unsealOf(tx, city, { subject: effect.subject, place: act.id, sealed: effect.sealed });
        if (opened !== null) for (const { text } of JSON.parse(opened) as Hidden[]) texts.add(text);
      }
    return [...texts];
  });
