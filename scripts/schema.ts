// Writes what the migrations together lead to: its types for the program and its SQL to be read. `npm run schema`, after any change to them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownerPool } from '../src/platform/postgres/index.ts';
import { describeDatabase } from '../src/platform/postgres/schema-text.ts';
import { describeSchema } from '../src/platform/postgres/schema-types.ts';
import { databaseUrl, joinTestServer } from '../test/support/server.ts';

const server = await joinTestServer();
const owner = ownerPool(databaseUrl(server.url, server.template));
const written = [
  ['src/platform/postgres/schema.generated.ts', await describeSchema(owner)],
  ['docs/schema.generated.sql', await describeDatabase(owner)],
] as const;
await owner.end();
await server.leave();
for (const [file, text] of written) {
  await writeFile(join(import.meta.dirname, '..', file), text);
  console.log(`${file}: ${text.split('\n').length} lines`);
}
