import type { TestProject } from 'vitest/node';
import { joinTestServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    testServer: { url: string; applicationUrl: string; template: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await joinTestServer();
  project.provide('testServer', { url: server.url, applicationUrl: server.applicationUrl, template: server.template });
  return () => server.leave();
}
