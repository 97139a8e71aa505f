import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { CheckboxGroup } from "../../kit/CheckboxGroup.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, FormNotice, needing, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { ShownOnce } from "../../features/account/ShownOnce.tsx";

/** A token for a program of an organisation, shown this once. */
export function IssueTokenDialog({ onClose }: { onClose: () => void }): ReactElement {
  const accounts = useApi(api.accounts.list, { query: { state: "active", limit: 200 } });
  const scopes = useApi(api.tokens.scopes, {});
  const issue = useChange(api.tokens.issue, {
    refresh: [api.tokens.list, api.homes.admin],
  });
  const form = useForm({
    initial: { accountId: "", name: "", scopes: [] as string[], days: "180" },
    rules: needing(contractOf(api.tokens.issue), "accountId", "days"),
    error: issue.error,
  });
  const { accountId, name, scopes: chosen, days } = form.values;
  const holders = (accounts.data?.rows ?? []).filter((row) =>
    scopes.data?.rows.some(({ roles }) => (roles as string[]).includes(row.role)),
  );
  const role = holders.find((row) => row.id === accountId)?.role;
  const usable = (scopes.data?.rows ?? []).filter(
    ({ roles }) => role !== undefined && (roles as string[]).includes(role),
  );
  if (issue.data !== undefined)
    return (
      <Dialog open onClose={onClose} title="令牌已签发" footer={<Button onClick={onClose}>已保存</Button>}>
        <ShownOnce label={name.trim()} secret={issue.data.token}>
          令牌只显示这一次。请立即存入对方系统的保密配置，不要写进邮件或聊天。
        </ShownOnce>
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="签发接口令牌"
      footer={
        <FormFooter
          form={form}
          close="先不签发"
          action="签发"
          busy={issue.isPending}
          onConfirm={() => issue.mutate({ body: { accountId, name: name.trim(), scopes: chosen, days: Number(days) } })}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} notice={false}>
        <FormField name="accountId" required label="代表的账号" hint="令牌能办的事不超过这个账号">
          <Select
            value={accountId}
            onChange={(id) => form.set({ accountId: id, scopes: [] })}
            placeholder="请选择机构、企业或财政的账号"
            choices={holders.map((row) => ({
              value: row.id,
              label: `${row.organisationName ?? row.roleLabel}　${row.username}`,
            }))}
          />
        </FormField>
        <FormField name="name" label="用途" hint="例如“教务系统对接”">
          <Input {...form.bind("name")} />
        </FormField>
        <FormField name="scopes" label="授权范围" group {...(role === undefined ? { hint: "先选择代表的账号" } : {})}>
          <CheckboxGroup inline {...form.bind("scopes")} choices={usable} />
        </FormField>
        <FormField name="days" required label="有效期" hint="1 至 366 天">
          <Input {...form.digits("days")} inputMode="numeric" unit="天" className="num" />
        </FormField>
        <FormNotice />
      </FormBody>
    </Dialog>
  );
}
