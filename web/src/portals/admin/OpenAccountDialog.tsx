import { county, townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import type { Role } from "../../frame/roles.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, FormNotice, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { organisationKindsOf, roleChoices } from "./account-words.ts";
import { AccountOpened } from "../../features/account/AccountOpened.tsx";

/** Without a town, staff belongs to the whole county. */
const { region: _region, ...rules } = contractOf(api.accounts.open);

type StaffRole = Exclude<Role, "learner">;

/** Opens an account; its initial password is shown this once. */
export function OpenAccountDialog({ onClose }: { onClose: () => void }): ReactElement {
  const open = useChange(api.accounts.open, { refresh: [api.accounts.list, api.homes.admin] });
  const form = useForm({
    initial: { username: "", name: "", role: "" as StaffRole | "", region: "", organisationId: "" },
    rules,
    error: open.error,
  });
  const { username, name, role, region, organisationId } = form.values;
  const kinds = role === "" ? undefined : organisationKindsOf[role];

  if (open.data !== undefined)
    return <AccountOpened username={username} initialPassword={open.data.initialPassword} onClose={onClose} />;
  return (
    <Dialog
      open
      onClose={onClose}
      title="开通账号"
      footer={
        <FormFooter
          form={form}
          close="先不开"
          action="开通"
          busy={open.isPending}
          disabled={kinds !== undefined && organisationId === ""}
          onClose={onClose}
          onConfirm={() => {
            if (role !== "")
              open.mutate({
                body: {
                  username: username.trim(),
                  name: name.trim(),
                  role,
                  region: region === "" ? county().region.code : region,
                  organisationId: kinds === undefined ? null : organisationId,
                },
              });
          }}
        />
      }
    >
      <FormBody form={form} notice={false}>
        <FormField name="username" label="用户名" hint="4 至 40 位字母、数字、点、横线，以字母开头">
          <Input {...form.bind("username")} autoComplete="off" />
        </FormField>
        <FormField name="name" label="姓名">
          <Input {...form.bind("name")} />
        </FormField>
        <FormField name="role" label="角色">
          <Select
            value={role}
            placeholder="请选择"
            choices={roleChoices}
            onChange={(next) => form.set({ role: next, organisationId: "" })}
          />
        </FormField>
        {kinds !== undefined && (
          <OrganisationField kinds={kinds} value={organisationId} onChange={(id) => form.set({ organisationId: id })} />
        )}
        <FormField name="region" label="辖区" required={false}>
          <Select {...form.bind("region")} placeholder="全县" choices={townChoices()} />
        </FormField>
        <FormNotice />
      </FormBody>
    </Dialog>
  );
}

interface OrganisationFieldProps {
  kinds: readonly string[];
  value: string;
  onChange: (id: string) => void;
}

function OrganisationField({ kinds, value, onChange }: OrganisationFieldProps): ReactElement {
  const organisations = useApi(api.organisations.list, { query: { limit: 200 } });
  const rows = (organisations.data?.rows ?? []).filter((each) => kinds.includes(each.kind));
  return (
    <FormField name="organisationId" label="单位" required hint="账号只能看和办这个单位的事">
      <Select
        value={value}
        onChange={onChange}
        placeholder="请选择"
        choices={rows.map((each) => ({ value: each.id, label: each.name }))}
      />
    </FormField>
  );
}
