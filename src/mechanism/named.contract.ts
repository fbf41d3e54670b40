import { z } from 'zod';

/** What something is called, in both languages. */
export const Named = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Named = z.infer<typeof Named>;
