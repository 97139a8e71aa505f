import type { Rolldown } from "vite";

/** Parts shared by so many staff pages are loaded by all of them with the first; and those a home shares, since it is the first. */
const STAFF_PAGES = 8;
const CITIZENS = /\/src\/(?:portals\/(?:learner|public)|frame\/LearnerShell)/u;
const HOME = /\/portals\/[^/]+\/HomePage\.tsx$/u;
const TYPED =
  /\/standards\/src\/(?:bank-card|certificate-number|citizen-id|identity-paper|look-alikes|person-name|uscc|working-age|written-date)\.ts$/u;
const FOLDERS = /\/src\/(?:portals\/([^/]+)(?:\/([^/]+)(?=\/))?|(features|lists)\/([^/]+)(?=\/))/u;

/**
 * The file that a module goes to: `start` for what every visit needs, `staff` and `common` for what many pages share, one for each
 * portal's navigation and help, else one for each folder of what some pages share. Null leaves it to the bundler.
 */
export function chunkOf(id: string, graph: Rolldown.ChunkingContext): string | null {
  const portal = /\/portals\/([^/]+)\/(?:nav|help)\.ts$/u.exec(id)?.[1];
  if (portal !== undefined) return `${portal}-portal`;
  if (id.endsWith("/frame/StaffShell.tsx")) return "staff";
  // One face exports them beside what the first visit shows; only pages where somebody types need them.
  if (TYPED.test(id)) return "typed";
  // It brings the holidays of twenty years.
  if (id.endsWith("/standards/src/working-days.ts")) return "working-days";
  // It brings a library as large as a page; many pages have it, and few are somebody's first.
  if (id.endsWith("/kit/MultiSelect.tsx")) return "multi-select";
  const asking = asked(id, graph);
  if (asking.has(ENTRY)) return "start";
  if (asking.size < 2) return null;
  const citizens = [...asking].filter((page) => CITIZENS.test(page)).length;
  if (citizens > 0 && asking.size >= STAFF_PAGES) return "common";
  if (citizens === 0 && (asking.size >= STAFF_PAGES || [...asking].some((page) => HOME.test(page)))) return "staff";
  const folders = FOLDERS.exec(id)
    ?.slice(1)
    .filter((name) => name !== undefined);
  return folders?.join("-") ?? null;
}

const ENTRY = "entry";

interface Place {
  isEntry: boolean;
  isPage: boolean;
  importers: readonly string[];
}

const places = new Map<string, Place | null>();

function placeOf(id: string, graph: Rolldown.ChunkingContext): Place | null {
  let place = places.get(id);
  if (place === undefined) {
    const info = graph.getModuleInfo(id);
    place = info && { isEntry: info.isEntry, isPage: info.dynamicImporters.length > 0, importers: info.importers };
    places.set(id, place);
  }
  return place;
}

/** The pages that import the module, directly or indirectly, without waiting; the entry among them if it does. */
function asked(id: string, graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const pages = new Set<string>();
  const seen = new Set<string>();
  const climb = (each: string): void => {
    if (seen.has(each)) return;
    seen.add(each);
    const place = placeOf(each, graph);
    if (place?.isEntry) pages.add(ENTRY);
    if (place?.isPage) pages.add(each);
    place?.importers.forEach(climb);
  };
  climb(id);
  return pages;
}
