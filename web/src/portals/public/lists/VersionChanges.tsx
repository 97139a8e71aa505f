import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import type { ListName } from "./catalogue.ts";

type Version = Output<Api["catalogue"]["versions"]>["versions"][number];

const marks = { added: "新增", removed: "删去", changed: "调整" } as const;

/** Versions, newest first; each expands to its changes. */
export function VersionChanges({
  list,
  versions,
}: {
  list: ListName;
  versions: readonly Version[];
}): ReactElement | null {
  const [shown, setShown] = useState<number | null>(null);
  const ordered = versions.toSorted((a, b) => b.version - a.version);
  if (ordered.length === 0) return null;
  return (
    <section className="mt-4">
      <h2 className="mb-2 text-xl font-semibold">历次版本</h2>
      <ol className="border-t border-line">
        {ordered.map((version, index) => {
          const before = ordered[index + 1]?.version;
          return (
            <li key={version.id} className="border-b border-line py-2.5">
              <div className="flex flex-wrap items-center justify-between gap-x-4">
                <p>
                  <span className="num font-semibold">第 {version.version} 版</span>
                  <span className="num ml-3 text-ink-2">{version.effectiveFrom} 起</span>
                  {version.note !== "" && <span className="ml-3 text-ink-2">{version.note}</span>}
                </p>
                {before !== undefined && (
                  <Button variant="quiet" onClick={() => setShown(shown === version.version ? null : version.version)}>
                    {shown === version.version ? "收起" : "和上一版比"}
                  </Button>
                )}
              </div>
              {shown === version.version && before !== undefined && (
                <Differences list={list} from={before} to={version.version} />
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Differences({ list, from, to }: { list: ListName; from: number; to: number }): ReactElement {
  const query = useApi(api.catalogue.differences, { params: { list }, query: { from, to } }, { staleTime: Infinity });
  return (
    <QueryView
      query={query}
      lines={3}
      isEmpty={(data) => data.differences.length === 0}
      empty={<p className="py-2 text-ink-2">和上一版内容一样。</p>}
    >
      {(data) => (
        <ul className="mt-1 grid gap-1 pb-2">
          {data.differences.map((one) => (
            <li key={one.key + one.kind} className="grid grid-cols-[3em_1fr]">
              <span className={one.kind === "removed" ? "text-refuse" : "text-accent"}>{marks[one.kind]}</span>
              <span>{one.sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
