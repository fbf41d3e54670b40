import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openapi } from '../../src/app/cli/openapi.ts';
import { FoundCity } from '../../src/founding/contract.ts';
import { NewDraft } from '../../src/intake/contract.ts';
import { ActRequest } from '../../src/matters/contract.ts';
import { Given } from '../../src/matters/life/given.contract.ts';
import { ActKind } from '../../src/mechanism/contract.ts';
import { SignIn } from '../../src/platform/identity/index.ts';

type Operation = {
  summary?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown>; example?: unknown }> };
  responses: Record<string, { $ref?: string; description?: string }>;
  security?: unknown[];
};
type Description = {
  openapi: string;
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties: Record<string, unknown> }>; responses: Record<string, object> };
};

const stdout = new PassThrough();
await openapi({ stdin: Readable.from([]), stdout, stderr: stdout, lang: 'en' });
stdout.end();
const description = JSON.parse(await text(stdout)) as Description;
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
);
const at = (method: string, path: string) => description.paths[path]![method]!;
const body = ({ requestBody }: Operation) => requestBody!.content['application/json']!;

test('the walk below meets the interface', () => expect(operations.length).toBeGreaterThan(40));

test.each(operations)('$name says what it is for, under a tag that is explained', ({ operation }) => {
  expect(operation.summary?.length).toBeGreaterThan(5);
  const explained = description.tags.map(({ name }) => name);
  expect(operation.tags?.length).toBeGreaterThan(0);
  for (const tag of operation.tags!) expect(explained).toContain(tag);
});

test.each(operations)('$name tells its answers, refusals as problem details among them', ({ path, operation }) => {
  const statuses = Object.keys(operation.responses);
  expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
  expect(statuses).toEqual(expect.arrayContaining(['500', '503']));
  if (!operation.security) expect(statuses).toContain('401');
  if (operation.requestBody ?? operation.parameters) expect(statuses).toContain('400');
  for (const [status, answer] of Object.entries(operation.responses))
    if (Number(status) >= 400) expect(answer.$ref).toBe(`#/components/responses/Refused${status}`);
    else expect(answer.description).toBeTruthy();
  const placed = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name!);
  const declared = (operation.parameters ?? []).filter((one) => one.in === 'path' && one.required);
  expect(declared.map(({ name }) => name).toSorted()).toEqual(placed.toSorted());
});

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(description).matchAll(/"(?:\$ref|[a-z]+)":"#\/([^"]+)"/gu)].map(
    ([, to]) => to!,
  );
  expect(references.length).toBeGreaterThan(100);
  const nowhere = references.filter(
    (to) =>
      to.split('/').reduce<unknown>((o, key) => (o as Record<string, unknown> | undefined)?.[key], description) ===
      undefined,
  );
  expect(nowhere).toEqual([]);
});

test('an act is told apart by its kind, and each kind says what is given with it', () => {
  const { oneOf, discriminator } = body(at('post', '/api/matters/{id}/acts')).schema as {
    oneOf: object[];
    discriminator: { propertyName: string; mapping: Record<string, string> };
  };
  expect(discriminator.propertyName).toBe('kind');
  const kinds = ActKind.options.filter((kind) => kind !== 'register');
  expect(Object.keys(discriminator.mapping).toSorted()).toEqual(kinds.toSorted());
  expect(oneOf).toHaveLength(kinds.length);
  for (const kind of kinds) {
    const { given } = description.components.schemas[`Act.${kind}`]!.properties as { given: { properties: object } };
    expect(Object.keys(given.properties)).toEqual(Object.keys(Given[kind].shape));
  }
});

test('the bodies to try are such as the interface takes', () => {
  const act = body(at('post', '/api/matters/{id}/acts')).example;
  expect(Given.report.safeParse(ActRequest.parse(act).given).success).toBe(true);
  expect(NewDraft.safeParse(body(at('post', '/api/minutes')).example).success).toBe(true);
  expect(FoundCity.safeParse(body(at('post', '/api/setup')).example).success).toBe(true);
  expect(SignIn.safeParse(body(at('post', '/api/session')).example).success).toBe(true);
});
