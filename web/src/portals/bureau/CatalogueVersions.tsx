import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { formatInstant, formatPeriod } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { ExportButton } from "../../lists/ExportButton.tsx";
import { CatalogueDifferences } from "./CatalogueDifferences.tsx";
import { lists, type List } from "./catalogue-lists.ts";

/** Every version ever published, with what each changed. */
export function CatalogueVersions({ list }: { list: List }): ReactElement {
  const versions = useApi(api.catalogue.versions, { params: { list } });
  const [compared, setCompared] = useState<number | null>(null);
  return (
    <section aria-label="历次版本" className="rounded-md border border-line bg-sheet p-4">
      <h2 className="mb-2 text-lg font-semibold">历次版本</h2>
      <QueryView
        query={versions}
        lines={3}
        isEmpty={(data) => data.versions.length === 0}
        empty={<p className="text-ink-2">还没有发布过。第一版可以从政策开始之日起生效。</p>}
      >
        {(data) => (
          <ol className="divide-y divide-line border-y border-line">
            {data.versions.map((version) => (
              <li key={version.id} className="grid gap-2 py-2.5">
                <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
                  <span className="num font-semibold">第 {version.version} 版</span>
                  <span className="num">{formatPeriod(version.effectiveFrom, version.effectiveTo)}</span>
                  <span className="num text-sm text-ink-3">{formatInstant(version.publishedAt)} 发布</span>
                  {version.note !== "" && <span className="text-ink-2">{version.note}</span>}
                  <span className="ml-auto flex flex-wrap gap-2">
                    {version.version > 1 && (
                      <Button
                        variant="quiet"
                        onClick={() => setCompared(compared === version.version ? null : version.version)}
                      >
                        {compared === version.version ? "收起改动" : `比第 ${version.version - 1} 版改了什么`}
                      </Button>
                    )}
                    <ExportButton
                      target={{
                        path: `/api/v1/catalogue/${list}/export`,
                        query: { version: version.version },
                        name: `${lists[list].title}第${version.version}版.xlsx`,
                      }}
                    />
                  </span>
                </div>
                <p className="text-xs text-ink-3">
                  内容指纹 <code className="num font-mono break-all">{version.digest.replace("sha256:", "")}</code>
                </p>
                {compared === version.version && <Compared list={list} version={version.version} />}
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </section>
  );
}

function Compared({ list, version }: { list: List; version: number }): ReactElement {
  const compared = useApi(api.catalogue.differences, {
    params: { list },
    query: { from: version - 1, to: version },
  });
  return (
    <QueryView query={compared} lines={3}>
      {(data) => <CatalogueDifferences differences={data.differences} />}
    </QueryView>
  );
}
