import { z } from 'zod';
import { NewId } from '../../kernel/contract.ts';
import { Given } from '../life/given.contract.ts';

/** One matter of a tree that is to be registered. `parent`: an item before it, below which it stands; none for the first. */
const TreeItem = z.strictObject({
  id: NewId,
  parent: z.uuid().nullish(),
  mechanism: z.string().max(60),
  register: Given.register,
  assign: Given.assign.nullish(),
});
export type TreeItem = z.infer<typeof TreeItem>;

/** A tree to be registered as a whole, from the top down. */
export const PlantTree = z.strictObject({ items: z.array(TreeItem).min(1).max(600) });
export type PlantTree = z.infer<typeof PlantTree>;

export const Planted = z.object({ id: z.uuid() });
export type Planted = z.infer<typeof Planted>;
