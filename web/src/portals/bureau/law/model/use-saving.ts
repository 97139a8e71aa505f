import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../../../api/api.ts";
import { useApi, useChange } from "../../../../api/hooks.ts";
import { ProblemError } from "../../../../api/problem.ts";
import { dropDraft, readDraft, writeDraft } from "../../../../kit/draft-store.ts";
import { useUnsaved } from "../../../../kit/unsaved.ts";
import { changesBetween, withChanges, type FileChange, type Files } from "./files.ts";
import { mergeFiles, type Merge } from "./merge.ts";

/** Another officer's changes are looked for so often, also while nothing is typed here. */
const LOOK_MS = 15_000;

/** A pause in typing after which the platform is told. */
const PAUSE_MS = 1000;

/** Changes kept on this computer until the platform has them. */
interface Kept {
  revision: number;
  changes: FileChange[];
  /** The same files as they were read, so that what others changed since is not overwritten. */
  before: FileChange[];
}

export const keptKey = (id: string): string => `policy-draft.${id}`;

/** Changes typed on this computer that never reached the platform. */
export const readKept = (id: string): Kept | null => readDraft<Kept>(localStorage, keptKey(id), Date.now());

export interface Saving {
  state: "saved" | "typing" | "saving" | "failed" | "merging";
  error: unknown;
  /** A merge in which something is left to be chosen. */
  asked: (Merge & { by: string; revision: number; theirs: Files }) | null;
  /** Ends the merge with these files. */
  settle: (files: Files) => void;
  retry: () => void;
}

interface SavingSettings {
  id: string;
  /** The files as the platform has them, and their revision. */
  stored: { files: Files; revision: number };
  files: Files;
  enabled: boolean;
  /** Puts merged files into the editor. */
  replace: (files: Files) => void;
  /** Somebody else's changes were taken over. */
  onTaken: (by: string, paths: readonly string[]) => void;
}

/** Saves a draft while it is edited, and puts it together with what another officer saved meanwhile. */
export function useSaving({ id, stored, files, enabled, replace, onTaken }: SavingSettings): Saving {
  const [base, setBase] = useState({ ...stored, behind: false });
  const [asked, setAsked] = useState<Saving["asked"]>(null);
  const sent = useRef<Files>(stored.files);
  const merging = useRef(false);
  // Text typed while the other's files are on their way is part of the merge.
  const typed = useRef(files);
  useEffect(() => {
    typed.current = files;
  }, [files]);
  const latest = useApi(api.policyDrafts.show, { params: { id } }, { enabled, refetchInterval: LOOK_MS });
  const changes = enabled ? changesBetween(base.files, files) : [];
  const dirty = changes.length > 0;

  const change = useChange(api.policyDrafts.change, {
    // More than one revision on: somebody else has saved other files, which are not here yet.
    onAccepted: ({ revision }) => setBase({ files: sent.current, revision, behind: revision > base.revision + 1 }),
  });

  const merge = useCallback(async () => {
    const { data } = await latest.refetch();
    if (data === undefined) return;
    const theirs: Files = Object.fromEntries(
      data.files.filter(({ state }) => state !== "removed").map((file) => [file.path, file.content]),
    );
    const by = data.files.toSorted((a, b) => b.revision - a.revision)[0]?.changedBy ?? "";
    const merged = mergeFiles(base.files, typed.current, theirs);
    if (merged.conflicts.length > 0) {
      setAsked({ ...merged, by, revision: data.revision, theirs });
      return;
    }
    setBase({ files: theirs, revision: data.revision, behind: false });
    replace(merged.files);
    onTaken(by, merged.taken);
    change.reset();
  }, [latest, base.files, replace, onTaken, change]);

  const save = useCallback(() => {
    sent.current = files;
    change.mutate({ params: { id }, body: { revision: base.revision, changes: changesBetween(base.files, files) } });
  }, [change, id, base, files]);

  useEffect(() => {
    if (!enabled || asked !== null) return undefined;
    const isBehind = base.behind || (latest.data !== undefined && latest.data.revision > base.revision);
    if (isBehind && !change.isPending) {
      if (!merging.current) {
        merging.current = true;
        void merge().finally(() => (merging.current = false));
      }
      return undefined;
    }
    if (!dirty) {
      dropDraft(localStorage, keptKey(id));
      return undefined;
    }
    writeDraft(localStorage, keptKey(id), keptOf(base, changes), Date.now());
    if (change.isPending) return undefined;
    const isConflict = change.error instanceof ProblemError && change.error.problem.code === "policy-file-changed";
    const timer = setTimeout(() => void (isConflict ? merge() : save()), isConflict ? 0 : PAUSE_MS);
    // A refusal other than a conflict waits for the next change or for the button.
    if (change.error !== null && !isConflict && sent.current === files) clearTimeout(timer);
    return () => clearTimeout(timer);
    // Started by what is typed and by the platform's answer, not by the functions that are made anew with them.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [enabled, files, base, asked, latest.data, change.isPending, change.error]);

  useUnsaved(dirty && change.error !== null);

  return {
    state:
      asked !== null
        ? "merging"
        : change.isPending
          ? "saving"
          : !dirty
            ? "saved"
            : change.error !== null && sent.current === files
              ? "failed"
              : "typing",
    error: change.error,
    asked,
    settle: (settled) => {
      if (asked === null) return;
      setBase({ files: asked.theirs, revision: asked.revision, behind: false });
      replace(settled);
      setAsked(null);
      change.reset();
    },
    retry: save,
  };
}

const keptOf = (base: { files: Files; revision: number }, changes: FileChange[]): Kept => ({
  revision: base.revision,
  changes,
  before: changes.map(({ path }) => ({ path, content: base.files[path] ?? null })),
});

interface Opened {
  files: Files;
  /** The base of the changes: as it was read when they were typed. */
  stored: { files: Files; revision: number };
  restored: boolean;
}

/** A draft as it is opened: what the platform has, with what this computer kept of an earlier visit. */
export function openedFiles(id: string, stored: { files: Files; revision: number }): Opened {
  const kept = readKept(id);
  if (kept === null || kept.changes.length === 0) return { files: stored.files, stored, restored: false };
  const before = { files: withChanges(stored.files, kept.before), revision: kept.revision };
  return { files: withChanges(before.files, kept.changes), stored: before, restored: true };
}
