// Writes src/platform/postgres/schema.generated.ts from the migrations: `npm run schema`, after any change to them.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownerPool } from '../src/platform/postgres/index.ts';
import { describeSchema } from '../src/platform/postgres/schema-types.ts';
import { databaseUrl, joinTestServer } from '../test/support/server.ts';

const target = join(import.meta.dirname, '../src/platform/postgres/schema.generated.ts');
const server = await joinTestServer();
const owner = ownerPool(databaseUrl(server.url, server.template));
const text = await describeSchema(owner);
await owner.end();
await server.leave();
await writeFile(target, text);
console.log(`${target}: ${text.split('\n').length} lines`);
