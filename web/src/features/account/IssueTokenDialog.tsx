import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { CheckboxGroup } from "../../kit/CheckboxGroup.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";

interface IssueTokenDialogProps {
  scopes: readonly { value: string; label: string }[];
  onClose: () => void;
}

/** Issues a token. It is shown this once and kept nowhere in readable form. */
export function IssueTokenDialog({ scopes, onClose }: IssueTokenDialogProps): ReactElement {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [days, setDays] = useState("180");
  const tell = useToast();
  const issue = useChange(api.tokens.issue, { refresh: [api.tokens.list] });
  const problem = issue.error instanceof ProblemError ? issue.error : null;
  const token = issue.data?.token;
  return (
    <Dialog
      open
      onClose={onClose}
      title={token === undefined ? "签发接口令牌" : "令牌已签发"}
      footer={
        token === undefined ? (
          <>
            <Button variant="secondary" onClick={onClose}>
              先不签发
            </Button>
            <Button
              busy={issue.isPending}
              onClick={() => issue.mutate({ body: { name, scopes: chosen, days: Number(days) } })}
            >
              签发令牌
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>已经抄好，关闭</Button>
        )
      }
    >
      {token === undefined ? (
        <div className="grid gap-4">
          <ErrorNotice error={issue.error} fieldNames={{ "/name": "用途", "/scopes": "授权范围" }} />
          <Field label="用途" error={problem?.fieldError("/name")}>
            <Input value={name} onChange={setName} maxLength={60} placeholder="如：教务系统对接" />
          </Field>
          <Field label="授权范围" group error={problem?.fieldError("/scopes")}>
            <CheckboxGroup inline value={chosen} onChange={setChosen} choices={scopes} />
          </Field>
          <Field label="有效期">
            <Select
              value={days}
              onChange={setDays}
              choices={[
                { value: "30", label: "30 天" },
                { value: "90", label: "90 天" },
                { value: "180", label: "180 天" },
                { value: "366", label: "一年" },
              ]}
            />
          </Field>
        </div>
      ) : (
        <div className="grid gap-3">
          <Notice tone="turn">只显示这一次。请现在交给系统管理人员，丢了只能撤销另签。</Notice>
          <p className="rounded-md border border-line bg-paper p-3 font-mono text-sm break-all select-all">{token}</p>
          <div>
            <Button
              variant="secondary"
              onClick={() =>
                void navigator.clipboard.writeText(token).then(
                  () => tell("已复制"),
                  () => tell("浏览器不让复制，请手工选取", "refused"),
                )
              }
            >
              复制令牌
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
