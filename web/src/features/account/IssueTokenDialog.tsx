import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { CheckboxGroup } from "../../kit/CheckboxGroup.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";

interface IssueTokenDialogProps {
  scopes: readonly { value: string; label: string }[];
  onClose: () => void;
}

/** Issues a token. It is shown once and never stored in readable form. */
export function IssueTokenDialog({ scopes, onClose }: IssueTokenDialogProps): ReactElement {
  const tell = useToast();
  const issue = useChange(api.tokens.issue, { refresh: [api.tokens.list] });
  const form = useForm({
    initial: { name: "", scopes: [] as readonly string[], days: "180" },
    rules: contractOf(api.tokens.issue),
    error: issue.error,
  });
  const token = issue.data?.token;
  return (
    <Dialog
      open
      onClose={onClose}
      title={token === undefined ? "签发接口令牌" : "令牌已签发"}
      footer={
        token === undefined ? (
          <FormFooter
            form={form}
            close="先不签发"
            action="签发令牌"
            busy={issue.isPending}
            onConfirm={() =>
              issue.mutate({
                body: { name: form.values.name, scopes: [...form.values.scopes], days: Number(form.values.days) },
              })
            }
            onClose={onClose}
          />
        ) : (
          <Button onClick={onClose}>已经抄好，关闭</Button>
        )
      }
    >
      {token === undefined ? (
        <FormBody form={form}>
          <FormField name="name" label="用途">
            <Input {...form.bind("name")} placeholder="如：教务系统对接" />
          </FormField>
          <FormField name="scopes" label="授权范围" group>
            <CheckboxGroup inline {...form.bind("scopes")} choices={scopes} />
          </FormField>
          <FormField name="days" label="有效期" required>
            <Select
              {...form.bind("days")}
              choices={[
                { value: "30", label: "30 天" },
                { value: "90", label: "90 天" },
                { value: "180", label: "180 天" },
                { value: "366", label: "一年" },
              ]}
            />
          </FormField>
        </FormBody>
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
