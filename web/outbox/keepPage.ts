/** Has the browser keep this page for the time without a line: its files, and what was read of the sites. Nothing where it cannot. */
export async function keepPage(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const { active } = await navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready);
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => new URL(name).pathname.startsWith('/assets/'));
    active?.postMessage({
      keep: [...new Set(loaded), '/works', '/api/session', '/api/units', '/api/works', '/api/works/sums'],
    });
  } catch {
    // Without TLS, or where it is forbidden: the page works as ever, with a line.
  }
}
