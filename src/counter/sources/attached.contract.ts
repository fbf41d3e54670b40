import { z } from 'zod';
import { MOST_BYTES, MOST_FILES } from '../files.rules.ts';

/** All files of one request together: they come in one body, and are held in memory at once. */
const MOST_TOGETHER = 2 * MOST_BYTES;
/** A body with as much in base64, and its words. */
export const BODY_BYTES = Math.ceil(MOST_TOGETHER / 3) * 4 + 1024 * 1024;

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u;
const bytesOf = (content: string): number => Math.floor((content.length * 3) / 4);

/** A file as a program sends it with its request: what it is called, and its bytes in base64. */
const Attached = z.strictObject({
  name: z.string().trim().min(1).max(200),
  content: z
    .string()
    .min(4)
    .refine((content) => BASE64.test(content), 'counter.attached-base64')
    .refine((content) => bytesOf(content) <= MOST_BYTES + 2, 'counter.attached-large')
    .describe('The bytes of the file in base64'),
});
/** So many files, and so large, as whoever raises something at the counter may send. */
export const Attachments = z
  .array(Attached)
  .max(MOST_FILES)
  .refine(
    (all) => all.reduce((sum, { content }) => sum + bytesOf(content), 0) <= MOST_TOGETHER,
    'counter.attached-large',
  )
  .optional()
  .describe(
    'Pictures and documents, at most 6, each of 10 MB at most and 20 MB together; of which kind each is, is told by its contents',
  );
export type Attachments = z.output<typeof Attachments>;
