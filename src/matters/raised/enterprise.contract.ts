import { z } from 'zod';
import { MatterRow } from '../lists/row.contract.ts';

/** The matters that an enterprise raised. `claimed`: nobody has proven that it was the enterprise; whoever raised it said so. */
export const EnterpriseMatters = z.object({
  rows: z.array(MatterRow.extend({ claimed: z.boolean() })),
  next: z.uuid().nullable(),
});
export type EnterpriseMatters = z.infer<typeof EnterpriseMatters>;
