import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatInstant, formatNumber } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";

/** Recomputes the whole audit chain and shows the result. */
export function IntegrityCheck(): ReactElement {
  const verify = useChange(api.auditLog.verify);
  const [head, setHead] = useState("");
  return (
    <section aria-labelledby="integrity" className="grid gap-3 rounded-md border border-line bg-sheet p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div>
          <h2 id="integrity" className="font-semibold">
            完整性
          </h2>
          <p className="text-ink-2">每条记录都含上一条的指纹，改动、删除或调换任何一条都会断链。</p>
        </div>
        <Button
          icon="refresh"
          busy={verify.isPending}
          onClick={() => verify.mutate({ body: head.trim() === "" ? {} : { head: head.trim() } })}
        >
          从头校验一遍
        </Button>
      </div>
      <Field
        label="以前交出的链头"
        required={false}
        hint="签过名的链头在每次校验的结果、每天的消息、备份和导出的日志里。填一个以前的，可以核对末尾有没有被截去。"
      >
        <Input value={head} onChange={setHead} autoComplete="off" spellCheck={false} />
      </Field>
      <div aria-live="polite">
        {verify.data !== undefined && (
          <Notice
            tone={verify.data.ok ? "info" : "refuse"}
            title={
              verify.data.ok
                ? `完整：${formatNumber(verify.data.checked)} 条记录逐条相符`
                : `发现 ${verify.data.differences.length} 处不符`
            }
          >
            <span className="num">校验于 {formatInstant(verify.data.at)}</span>
            {verify.data.head !== null && (
              <p className="mt-1">
                现在的链头，请抄存到平台之外：
                <span className="num font-mono text-sm break-all select-all">{verify.data.head}</span>
              </p>
            )}
            {verify.data.differences.length > 0 && (
              <ul className="mt-1 list-disc pl-5">
                {verify.data.differences.map((difference) => (
                  <li key={difference}>{difference}</li>
                ))}
              </ul>
            )}
          </Notice>
        )}
        <ErrorNotice error={verify.error} />
      </div>
    </section>
  );
}
