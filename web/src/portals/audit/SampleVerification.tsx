import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { useState } from "react";

/** Draws again with the recorded seed and compares. */
export function SampleVerification({ id, unit }: { id: string; unit: string }): ReactElement {
  const [asked, setAsked] = useState(false);
  const again = useApi(api.samples.verify, { params: { id } }, { enabled: asked });
  return (
    <div className="grid gap-3" aria-live="polite">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3">
        <Button
          variant="secondary"
          icon="refresh"
          busy={again.isFetching}
          onClick={() => {
            if (asked) void again.refetch();
            else setAsked(true);
          }}
        >
          用种子重抽一遍
        </Button>
        <span className="text-sm text-ink-2">
          也可以自己算：<code className="font-mono">printf '%s' "种子:编号" | sha256sum</code>，从小到大取前几个。
        </span>
      </div>
      {again.error !== null && <ErrorNotice error={again.error} onRetry={() => void again.refetch()} />}
      {again.data !== undefined && (
        <Notice tone={again.data.same ? "info" : "refuse"} title={again.data.same ? "重抽一致" : "重抽不一致"}>
          {again.data.note}
          <span className="num">
            {" "}
            抽样时总体 {again.data.frameSizeThen} {unit}，现在 {again.data.frameSizeNow} {unit}。
          </span>
        </Notice>
      )}
    </div>
  );
}
