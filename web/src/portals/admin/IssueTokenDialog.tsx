import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { CheckboxGroup } from "../../kit/CheckboxGroup.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { ShownOnce } from "./ShownOnce.tsx";

/** A token for a program of an organisation, shown this once. */
export function IssueTokenDialog({ onClose }: { onClose: () => void }): ReactElement {
  const accounts = useApi(api.accounts.list, { query: { state: "active", limit: 200 } });
  const scopes = useApi(api.tokens.scopes, {});
  const [accountId, setAccountId] = useState("");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [days, setDays] = useState("180");
  const issue = useChange(api.tokens.issue, {
    refresh: [api.tokens.list, api.homes.admin],
  });
  const holders = (accounts.data?.rows ?? []).filter((row) =>
    scopes.data?.rows.some(({ roles }) => (roles as string[]).includes(row.role)),
  );
  const role = holders.find((row) => row.id === accountId)?.role;
  const usable = (scopes.data?.rows ?? []).filter(
    ({ roles }) => role !== undefined && (roles as string[]).includes(role),
  );
  const whole = Number(days);
  const complete =
    accountId !== "" &&
    name.trim() !== "" &&
    chosen.length > 0 &&
    Number.isInteger(whole) &&
    whole >= 1 &&
    whole <= 366;
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
        <>
          <Button variant="secondary" onClick={onClose}>
            先不签发
          </Button>
          <Button
            busy={issue.isPending}
            disabled={!complete}
            onClick={() => issue.mutate({ body: { accountId, name: name.trim(), scopes: chosen, days: whole } })}
          >
            签发
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="代表的账号" hint="令牌能办的事不超过这个账号">
          <Select
            value={accountId}
            onChange={(id) => {
              setAccountId(id);
              setChosen([]);
            }}
            placeholder="请选择机构、企业或财政的账号"
            choices={holders.map((row) => ({
              value: row.id,
              label: `${row.organisationName ?? row.roleLabel}　${row.username}`,
            }))}
          />
        </Field>
        <Field label="用途" hint="例如“教务系统对接”">
          <Input value={name} onChange={setName} maxLength={60} />
        </Field>
        <Field label="授权范围" group {...(role === undefined ? { hint: "先选择代表的账号" } : {})}>
          <CheckboxGroup inline value={chosen} onChange={setChosen} choices={usable} />
        </Field>
        <Field label="有效期" hint="1 至 366 天">
          <Input value={days} onChange={setDays} inputMode="numeric" unit="天" className="num" />
        </Field>
        <ErrorNotice error={issue.error} />
      </div>
    </Dialog>
  );
}
