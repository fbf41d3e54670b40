import { z } from 'zod';
import { Circle } from '../../directory/circles/circle.contract.ts';
import { Named } from '../../mechanism/contract.ts';

/** The sealed mechanisms whose named seats the caller may know. */
export const CircleList = z.object({ rows: z.array(Circle.extend({ title: Named })) });
export type CircleList = z.infer<typeof CircleList>;
