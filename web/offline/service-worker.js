/*
 * Keeps the learner's pages on the phone. Files of the build come from here, since their names change with their content; pages and answers
 * come from the network, and from here only when there is none. Only answers that the learner's own page asked to keep are kept, under
 * the mark of that account; whoever signs out, or anybody else's answer, ends that. The build fills in what stands in capitals.
 */
const VERSION = "__VERSION__";
/** Files that every page starts with, and those of the learner's pages. */
const START = JSON.parse("__START__");
const LEARNER = JSON.parse("__LEARNER__");

const FILES = `files-${VERSION}`;
const KEPT = `kept-${VERSION}`;
const SHELL = "/shell";
const MARK = "/account-mark";
const SESSION = "/api/v1/session";
/** An answer kept a moment ago needn't be fetched again for keeping. */
const FRESH_MS = 10 * 60_000;
/** A larger document is read online. */
const MOST_BYTES = 20 * 2 ** 20;
/** Documents kept longer than this are shown to nobody. */
const MOST_AGE_MS = 30 * 24 * 3_600_000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES).then((files) => files.addAll([SHELL, ...START])));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (/^(?:files|kept)-/u.test(name) && name !== FILES && name !== KEPT) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("message", (event) => {
  const { kind, addresses = [] } = event.data ?? {};
  if (kind === "take-over") event.waitUntil(self.skipWaiting());
  if (kind === "forget") event.waitUntil(forget());
  if (kind === "keep") event.waitUntil(keep(addresses));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  const isApi = url.pathname.startsWith("/api/");
  if (request.method === "DELETE" && url.pathname === SESSION) event.respondWith(signOut(request));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    if (!isApi) event.respondWith(page(request));
  } else if (isApi) {
    // A film is read in parts by the browser itself.
    if (request.destination === "") event.respondWith(answer(event, request));
  } else if (url.pathname.startsWith("/assets/") || START.includes(url.pathname)) event.respondWith(file(request));
});

/** A file of a build: its name says its content. One of another version than this worker's comes from the network. */
async function file(request) {
  const kept = await caches.match(request.url, { cacheName: FILES, ignoreVary: true });
  if (kept) return kept;
  const found = await fetch(request);
  // A page that a learner has opened is there the next time; nobody else's pages are promised without a network.
  if (found.status === 200 && (await current()) !== null) await put(FILES, request.url, found.clone());
  return found;
}

async function page(request) {
  try {
    const found = await fetch(request);
    await compare(found);
    return found.status >= 502 && found.status <= 504 ? await shell() : found;
  } catch {
    return shell();
  }
}

/** The empty page: it has nothing of anybody, and its script shows what is kept. */
const shell = async () =>
  (await caches.match(SHELL, { cacheName: FILES })) ??
  new Response("<!doctype html><meta charset=utf-8><title>没有网络</title><p>没有网络。连上以后再打开这一页。</p>", {
    headers: { "content-type": "text/html" },
  });

async function answer(event, request) {
  let found;
  try {
    found = await fetch(request);
  } catch (error) {
    const kept = await keptAnswer(request.url);
    if (kept) return kept;
    throw error;
  }
  await compare(found);
  const mark = await current();
  if (mark !== null && found.status === 200 && markOf(found) === mark) {
    const copy = found.clone();
    event.waitUntil(refresh(request.url, copy));
  }
  return found;
}

/** What is kept already is renewed whenever it is read online. */
async function refresh(url, found) {
  if (await caches.match(url, { cacheName: KEPT, ignoreVary: true })) await put(KEPT, url, found);
}

async function keptAnswer(url) {
  if ((await current()) === null) return undefined;
  const kept = await caches.match(url, { cacheName: KEPT, ignoreVary: true });
  return kept && Date.now() - keptAt(kept) < MOST_AGE_MS ? kept : undefined;
}

async function signOut(request) {
  const found = await fetch(request);
  if (found.ok) await forget();
  return found;
}

/** The account whose answers are kept, by a mark that says nothing else; undefined until it was looked up. */
let mark;

async function current() {
  if (mark === undefined) {
    const kept = await caches.match(MARK, { cacheName: KEPT });
    mark = kept ? await kept.text() : null;
  }
  return mark;
}

const markOf = (found) => found.headers.get("account-mark");

/** Forgets everything once an answer was made for somebody else, or for nobody. */
async function compare(found) {
  if ((await current()) === null || found.type !== "basic") return;
  const isSaid = found.ok || found.status === 401;
  if (isSaid && markOf(found) !== mark) await forget();
}

async function forget() {
  mark = null;
  await caches.delete(KEPT);
}

/** Keeps the learner's files and the answers at these addresses, of whoever is signed in by now. */
async function keep(addresses) {
  const session = await fetch(SESSION).catch(() => null);
  const found = session && session.ok ? markOf(session) : null;
  if (found === null) return;
  if ((await current()) !== found) {
    await forget();
    mark = found;
    if (!(await put(KEPT, MARK, new Response(found)))) return;
  }
  await put(KEPT, SESSION, session);
  for (const path of LEARNER) if (!(await keepOne(FILES, path, Infinity, null))) return;
  for (const path of addresses) {
    const url = new URL(path, self.location.origin);
    if (!url.pathname.startsWith("/api/") || url.origin !== self.location.origin) continue;
    if (!(await keepOne(KEPT, url.href, FRESH_MS, found))) return;
  }
}

/** False when the disk is full: going on would only fail again. */
async function keepOne(name, address, freshMs, owner) {
  const before = await caches.match(address, { cacheName: name, ignoreVary: true });
  if (before && Date.now() - keptAt(before) < freshMs) return true;
  const found = await fetch(address).catch(() => null);
  if (found === null || found.status !== 200) return true;
  if (owner !== null && (markOf(found) !== owner || mark !== owner)) return false;
  if (Number(found.headers.get("content-length") ?? 0) > MOST_BYTES) return true;
  return put(name, address, found);
}

const keptAt = (found) => Number(found.headers.get("kept-at") ?? 0);

/** Keeps an answer with the moment at which it was kept. A full disk is told to the pages, which go on without. */
async function put(name, address, found) {
  const headers = new Headers(found.headers);
  headers.set("kept-at", String(Date.now()));
  // A whole answer is kept: its reader mustn't ask for parts of it.
  for (const one of ["accept-ranges", "content-encoding", "content-length", "set-cookie"]) headers.delete(one);
  try {
    const cache = await caches.open(name);
    await cache.put(address, new Response(await found.blob(), { headers }));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError")
      for (const client of await self.clients.matchAll())
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a client of this worker, not a window
        client.postMessage({ kind: "full" });
    return false;
  }
}
