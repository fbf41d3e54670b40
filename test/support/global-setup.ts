import type { TestProject } from 'vitest/node';
import { joinTestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { url: string; template: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await joinTestServer();
  project.provide('testServer', { url: server.url, template: server.template });
  return server.leave;
}
