import { zipFile } from '../../src/platform/sheets/zip.ts';

/** A ZIP of these parts. */
export async function aZip(parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const entries = Object.entries(parts).map(([name, bytes]) => ({ name, bytes: () => [Buffer.from(bytes)] }));
  async function* each() {
    yield* entries;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of zipFile(each())) chunks.push(chunk);
  return Buffer.concat(chunks);
}
