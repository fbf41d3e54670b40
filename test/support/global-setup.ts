import type { TestProject } from 'vitest/node';
import { joinTestServer } from './server.ts';
import { WORKERS } from './workers.ts';

type Addresses = { url: string; applicationUrl: string; template: string };

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each worker; `ownServer` says which is whose. */
    testServers: readonly Addresses[];
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const servers = await Promise.all(Array.from({ length: WORKERS }, (_, n) => joinTestServer(n + 1)));
  const addresses = servers.map(({ url, applicationUrl, template }) => ({ url, applicationUrl, template }));
  project.provide('testServers', addresses);
  return async () => {
    await Promise.all(servers.map((server) => server.leave()));
  };
}
