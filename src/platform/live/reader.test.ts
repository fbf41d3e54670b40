import { once } from 'node:events';
import { expect, it } from 'vitest';
import { uuidv7 } from '../../kernel/index.ts';
import { openReader } from './reader.ts';

const news = (seq: number) => ({ moved: [{ room: 'matter', id: uuidv7(new Date()), seq, round: null }], mine: true });

it('a page that does not read costs no more than a bound, and is told to read everything anew once it does', async () => {
  const reader = openReader(() => undefined);
  for (let n = 1; n <= 20_000; n++) reader.tell(news(n), `${n}:${n}:`);
  expect(reader.body.readableLength).toBeLessThan(64 * 1024);
  expect(reader.stuckSince()).not.toBeNull();
  let text = '';
  reader.body.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await expect.poll(() => text).toContain('event: reset');
  expect(text).toContain('id: 20000:20000:');
  expect(reader.stuckSince()).toBeNull();
});

it('is gone once, whoever ends it', async () => {
  let gone = 0;
  const ended = openReader(() => gone++);
  ended.body.resume();
  ended.end();
  ended.end();
  await once(ended.body, 'close');
  ended.tell(news(1), '1:1:');
  expect(gone).toBe(1);
  const left = openReader(() => gone++);
  left.body.destroy();
  await once(left.body, 'close');
  left.end();
  expect(gone).toBe(2);
});
