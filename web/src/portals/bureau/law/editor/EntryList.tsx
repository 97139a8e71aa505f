import { useState, type ComponentType, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { changeList, freeName, moved } from "../model/edits.ts";
import { rowsAt, textAt, type Files } from "../model/files.ts";
import { useLaw } from "../model/law-context.ts";
import { ProblemNote } from "./ProblemNote.tsx";
import { RowActs } from "./RowActs.tsx";

/** One entry of a list of a file. */
export type Entry = Readonly<Record<string, unknown>>;

interface EntryListProps {
  file: string;
  /** Key of the list in the file. */
  list: string;
  /** An entry as it is read while it is closed. */
  Head: ComponentType<{ entry: Entry }>;
  /** An entry for those who hear the page. */
  name: (entry: Entry) => string;
  /** The fields of the open entry. */
  Fields: ComponentType<{ file: string; at: number }>;
  /** Key of its id. */
  id?: string;
  /** Words of the button that adds one. */
  add: string;
  /** Id that a new entry begins with, and the entry. */
  fresh: { id: string; make: (id: string, files: Files) => object };
  /** Whether it can be copied under another id. */
  copies?: boolean;
  /** Whether something rests on an entry, so that it stays. */
  isUsed?: (entry: Entry) => boolean;
}

/** The entries of a file in their order, each opened to be edited where it stands, with its problems under it. */
export function EntryList(props: EntryListProps): ReactElement {
  const { file, list, Head, name, Fields, id = "id", add, fresh, copies = false, isUsed = () => false } = props;
  const { files, edit, readOnly } = useLaw();
  const [open, setOpen] = useState<number | null>(null);
  const pointer = `/${list}`;
  const entries = rowsAt(files[file], pointer);
  const ids = entries.map((entry) => textAt(entry, `/${id}`));
  const change = (make: (old: readonly unknown[], all: Files) => readonly unknown[]): void =>
    edit((old) => changeList(old, file, pointer, (now) => make(now, old)));
  return (
    <div className="grid gap-2">
      <ProblemNote file={file} only={["", pointer]} />
      <ol className="divide-y divide-line border-y border-line">
        {entries.map((entry, at) => (
          <li key={at} className="py-1.5">
            <div className="flex items-start justify-between gap-2">
              <button
                type="button"
                aria-expanded={open === at}
                onClick={() => setOpen(open === at ? null : at)}
                className="min-w-0 flex-1 rounded-sm text-left hover:bg-paper-deep"
              >
                <Head entry={entry} />
              </button>
              {!readOnly && (
                <RowActs
                  name={name(entry)}
                  at={at}
                  count={entries.length}
                  onMove={(to) => change((now) => moved(now, at, to))}
                  {...(copies
                    ? {
                        onCopy: () =>
                          change((now) =>
                            now.toSpliced(at + 1, 0, { ...entry, [id]: freeName(textAt(entry, `/${id}`), ids) }),
                          ),
                      }
                    : {})}
                  onRemove={isUsed(entry) ? null : () => change((now) => now.toSpliced(at, 1))}
                />
              )}
            </div>
            <ProblemNote file={file} under={`${pointer}/${at}`} />
            {open === at && <Fields file={file} at={at} />}
          </li>
        ))}
      </ol>
      {!readOnly && (
        <span>
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => {
              change((now, all) => [...now, fresh.make(freeName(fresh.id, ids), all)]);
              setOpen(entries.length);
            }}
          >
            {add}
          </Button>
        </span>
      )}
    </div>
  );
}
