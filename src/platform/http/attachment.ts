import type { FastifyReply } from 'fastify';
import type { SealedAbout } from '../files/index.ts';

/**
 * Answers with a file, to be kept and not opened. Never inline, whatever it is: the page shows pictures, PDF and text itself, from bytes that
 * no browser was asked to open.
 */
export const attachment = (reply: FastifyReply, { name, size, mediaType }: SealedAbout): FastifyReply =>
  reply
    .headers({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`,
      'content-length': size,
      'content-security-policy': "default-src 'none'; sandbox",
    })
    .type(mediaType);
