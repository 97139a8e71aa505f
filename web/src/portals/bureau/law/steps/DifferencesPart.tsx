import type { ReactElement } from "react";
import { api } from "../../../../api/api.ts";
import { useApi } from "../../../../api/hooks.ts";
import { Empty } from "../../../../kit/Empty.tsx";
import { QueryView } from "../../../../kit/QueryView.tsx";
import { ScrollArea } from "../../../../kit/ScrollArea.tsx";
import type { ShownDraft } from "../draft.ts";

/** The draft against the version that it was copied from, in words, part by part. */
export function DifferencesPart({ draft }: { draft: ShownDraft }): ReactElement {
  const differences = useApi(api.policyDrafts.differences, { params: { id: draft.id } }, { staleTime: 0 });
  return (
    <section aria-labelledby="differences" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="differences" className="mb-1 text-lg font-semibold">
        改了什么
        <span className="num ml-2 text-sm font-normal text-ink-2">
          {draft.base === null ? "从头起草，没有可比的版本" : `与 ${draft.base.version} 版相比`}
        </span>
      </h2>
      <QueryView query={differences} lines={4}>
        {({ rows, comparable }) =>
          rows.length === 0 ? (
            comparable ? (
              <Empty title="规则没有改动">只改了算例或申请办法，或还没有改。</Empty>
            ) : null
          ) : (
            <ScrollArea label="改动" className="max-h-96 border-y border-line">
              <DifferenceList rows={rows} />
            </ScrollArea>
          )
        }
      </QueryView>
    </section>
  );
}

interface Difference {
  where: string;
  title: string;
  text: string;
}

/** Differences under the part that they are in. */
export function DifferenceList({ rows }: { rows: readonly Difference[] }): ReactElement {
  const parts = Object.entries(Object.groupBy(rows, ({ where }) => where));
  return (
    <dl className="divide-y divide-line">
      {parts.map(([where, found = []]) => (
        <div key={where} className="grid gap-x-4 py-1.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="font-medium">{found[0]?.title}</dt>
          {found.map((one, at) => (
            <dd key={at} className="num sm:col-start-2">
              {one.text}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
