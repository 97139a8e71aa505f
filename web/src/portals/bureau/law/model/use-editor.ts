import { namesOf } from "@jinengtong/policy/authoring";
import { PackageError, policyOfFiles, unreadable, type Policy } from "@jinengtong/policy/engine";
import { useCallback, useMemo, useState } from "react";
import { begin, change, redo, undo } from "./history.ts";
import { setIn } from "./edits.ts";
import type { Files } from "./files.ts";
import type { Law } from "./law-context.ts";

/** Its rules are not law and have no digest: they decide worked cases only. */
const NO_DIGEST = "draft";

function compiled(files: Files): Policy | null {
  try {
    return policyOfFiles(files, NO_DIGEST);
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}

interface Editor {
  law: Law;
  /** Puts other files in its place, as a step that can be taken back: after a merge. */
  replace: (files: Files) => void;
}

/** The state of an editor: files with their history, compiled at every change. */
export function useEditor(first: Files, readOnly: boolean): Editor {
  const [history, setHistory] = useState(() => begin(first));
  const [known, setKnown] = useState<{ files: Files; now: Policy | null; whole: Policy | null } | null>(null);
  const files = history.present;
  let state = known;
  if (state?.files !== files) {
    const now = compiled(files);
    state = { files, now, whole: now ?? state?.whole ?? null };
    setKnown(state);
  }
  const edit = useCallback(
    (make: (old: Files) => Files, key = "") => {
      if (readOnly) return;
      setHistory((old) => change(old, make(old.present), key, Date.now()));
    },
    [readOnly],
  );
  const set = useCallback(
    (path: string, pointer: string, value: unknown) =>
      edit((old) => setIn(old, path, pointer, value), `${path}${pointer}`),
    [edit],
  );
  const replace = useCallback((next: Files) => setHistory((old) => change(old, next, "", Date.now())), []);
  const names = useMemo(() => namesOf(files), [files]);
  const broken = useMemo(() => (state.now === null ? unreadable(files) : null), [state.now, files]);
  const law = useMemo(
    (): Law => ({
      files,
      names,
      policy: state.whole,
      broken,
      readOnly,
      edit,
      set,
      undo: history.past.length === 0 ? null : () => setHistory(undo),
      redo: history.future.length === 0 ? null : () => setHistory(redo),
    }),
    [files, names, state.whole, broken, readOnly, edit, set, history.past.length, history.future.length],
  );
  return { law, replace };
}
