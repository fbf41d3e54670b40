import { findPurpose, findSealing, noteShown, type Sealing } from '../../directory/index.ts';
import { refuse, uuidv7, type Uuid } from '../../kernel/index.ts';
import {
  findFileFacts,
  findSealedFiles,
  openAbout,
  type FileFacts,
  type SealedAbout,
} from '../../platform/files/index.ts';
import { sentence } from '../../platform/i18n/index.ts';
import type { Caller } from '../../platform/identity/contract.ts';
import { asSystem, type Tx } from '../../platform/postgres/index.ts';
import { findAttachedTo } from '../attachment.store.ts';
import type { MatterAct } from '../life/effect.rules.ts';
import { findMatters } from '../lookup.store.ts';
import { whyMasked } from '../matter.policy.ts';
import { matterAct } from '../receipt.ts';
import { readSealedFiles } from './concealed.store.ts';
import { fileIn } from './hide.rules.ts';

/** A file of a sealed matter as whoever opens its words reads it; its bytes are asked for by themselves. */
export type SealedFile = SealedAbout & { readonly id: Uuid; readonly act: Uuid };

/** So long after somebody has said what for, they may open the files. */
const PURPOSE_HOLDS_MS = 12 * 3_600_000;

/** The files of a sealed matter by their names, of those that were not erased. */
export async function sealedFiles(
  tx: Tx,
  { city, seat }: Pick<Caller, 'city' | 'seat'>,
  matter: Uuid,
): Promise<SealedFile[]> {
  const sealing = await findSealing(tx, city, matter, seat);
  if (!sealing) return [];
  const attached = (await readSealedFiles(tx, city, matter)).map(matterAct).flatMap((act) => keysIn(act, sealing));
  const abouts = await findSealedFiles(
    tx,
    city,
    attached.map(({ id }) => id),
  );
  const about = new Map(abouts.map((one) => [one.id, one.about]));
  return attached.flatMap(({ id, act, key }) =>
    about.has(id) ? [{ id, act, ...openAbout(key, id, about.get(id)!) }] : [],
  );
}

/** A file that somebody gave to a sealed matter, as they gave it, with what opens it. */
type OwnSealedFile = FileFacts & { readonly number: string; readonly key: Buffer };

/** What whoever raised a sealed matter gave to it themselves, of what was not erased: for their own copy, and nobody else's. */
export async function ownSealedFiles(
  tx: Tx,
  { city, seat }: Pick<Caller, 'city' | 'seat'>,
  matter: Uuid,
): Promise<OwnSealedFile[]> {
  const sealing = await findSealing(tx, city, matter, seat);
  const state = (await findMatters(tx, city, [matter])).get(matter);
  if (!sealing || !state) return [];
  const acts = (await readSealedFiles(tx, city, matter)).map(matterAct).filter((act) => act.seat === seat);
  const keys = new Map(acts.flatMap((act) => keysIn(act, sealing)).map(({ id, key }) => [id, key]));
  const ids = [...keys.keys()];
  const facts = await findFileFacts(tx, city, ids, { sealedToo: true });
  return (await findSealedFiles(tx, city, ids)).flatMap(({ id, about }) => {
    const [fact, key] = [facts.get(id), keys.get(id)];
    return fact && key ? [{ ...fact, name: openAbout(key, id, about).name, number: state.number, key }] : [];
  });
}

/**
 * The key of a file that is attached to a sealed matter, for a seat that is named for it and has lately said what for; noted with that
 * purpose. Refuses `files.not-found` (404), `matter.purpose-first` (403), `matter.not-unsealed` (403).
 */
export async function attachedFileKey(tx: Tx, caller: Caller, file: Uuid, now: Date): Promise<Buffer> {
  const { city, seat, unit } = caller;
  const gone = () => refuse('files.not-found', { id: file }, { status: 404 });
  const matter = await findAttachedTo(tx, city, file);
  const state = matter && (await findMatters(tx, city, [matter])).get(matter);
  if (!matter || !state || whyMasked(state, caller)) return gone();
  const sealing = await findSealing(tx, city, matter, seat);
  if (!sealing) return refuse('matter.not-unsealed', {}, { status: 403 });
  const acts = (await readSealedFiles(tx, city, matter)).map(matterAct);
  const found = acts.flatMap((act) => keysIn(act, sealing)).find(({ id }) => id === file);
  if (!found) return gone();
  await asSystem(tx, async () => {
    const since = new Date(now.getTime() - PURPOSE_HOLDS_MS);
    const opened = sentence('zh', 'matter.opened-file', {});
    const said = await findPurpose(tx, { city, seat, matter, since, but: opened });
    if (said === undefined) return refuse('matter.purpose-first', {}, { status: 403 });
    const purpose = `${said}${opened}`;
    const whose = state.originators.length ? state.originators.map(({ id }) => id) : [matter];
    for (const originator of whose)
      await noteShown(tx, { city, id: uuidv7(now), originator, seat, unit, matter, purpose, at: now });
  });
  return found.key;
}

const keysIn = (act: MatterAct, sealing: Sealing): { id: Uuid; act: Uuid; key: Buffer }[] =>
  act.effects.flatMap((effect) => {
    if (effect.do !== 'attach' || effect.sealed === undefined) return [];
    const { id } = effect.file;
    return [{ id, act: act.id, key: Buffer.from(sealing.unseal(fileIn(act.id, id), effect.sealed), 'base64') }];
  });
