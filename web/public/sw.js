// Keeps the desk's own files, and what was last read of sites, so that whoever stands on one without a line can open it. It answers from
// what it keeps only where the line fails; what is written never goes through it. Signing out empties what was read.
const FILES = 'huiyin-files';
const READ = 'huiyin-read';
/** What is kept of what was read: who one is, the units, the sites and their sums. */
const KEPT = /^\/api\/(session|units|works|works\/sums)$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// The page says what it is made of once it is there: what was fetched before this worker was is not known to it.
self.addEventListener('message', ({ data }) => {
  if (Array.isArray(data?.keep))
    data.keep.forEach((url) =>
      fetch(url)
        .then((answer) => put(url, answer))
        .catch(() => {}),
    );
});

const storeOf = (path) => (path.startsWith('/api/') ? READ : FILES);
async function put(url, answer) {
  const { pathname } = new URL(url, self.location.origin);
  if (answer.ok) await (await caches.open(storeOf(pathname))).put(url, answer.clone());
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'DELETE' && url.pathname === '/api/session') {
    event.waitUntil(caches.delete(READ));
    return;
  }
  if (request.method !== 'GET' || url.pathname.startsWith('/appeal')) return;
  // Files with a hash in their name never change.
  if (url.pathname.startsWith('/assets/')) event.respondWith(kept(request));
  else if (request.mode === 'navigate') event.respondWith(freshElse(request, '/works'));
  else if (KEPT.test(url.pathname)) event.respondWith(freshElse(request, request.url));
});

async function kept(request) {
  const found = await caches.match(request.url);
  if (found) return found;
  const answer = await fetch(request);
  await put(request.url, answer);
  return answer;
}

async function freshElse(request, key) {
  try {
    const answer = await fetch(request);
    await put(key, answer);
    // Whoever is signed out, or another person, is not to find what was read before.
    if (answer.status === 401) await caches.delete(READ);
    return answer;
  } catch (error) {
    const found = await caches.match(key);
    if (found) return found;
    throw error;
  }
}
