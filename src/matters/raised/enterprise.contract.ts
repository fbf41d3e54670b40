import { z } from 'zod';
import { MatterRow } from '../lists/row.contract.ts';

/** The matters that an enterprise raised. */
export const EnterpriseMatters = z.object({ rows: z.array(MatterRow), next: z.uuid().nullable() });
export type EnterpriseMatters = z.infer<typeof EnterpriseMatters>;
