import { county, townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import type { Role } from "../../frame/roles.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { organisationKindsOf, roleChoices } from "./account-words.ts";
import { ShownOnce } from "./ShownOnce.tsx";

type StaffRole = Exclude<Role, "learner">;

/** Opens an account; its initial password is shown this once. */
export function OpenAccountDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [username, setUsername] = useState("");
  const [name, setName] = useState("");
  const [role, setRole] = useState<StaffRole | "">("");
  const [town, setTown] = useState("");
  const [organisationId, setOrganisationId] = useState("");
  const open = useChange(api.accounts.open, { refresh: [api.accounts.list, api.homes.admin] });
  const problem = open.error instanceof ProblemError ? open.error : undefined;
  const kinds = role === "" ? undefined : organisationKindsOf[role];
  const complete =
    username.trim() !== "" && name.trim() !== "" && role !== "" && (kinds === undefined || organisationId !== "");

  if (open.data !== undefined)
    return (
      <Dialog open onClose={onClose} title="账号已开通" footer={<Button onClick={onClose}>已交给本人</Button>}>
        <ShownOnce label={`${username.trim()} 的初始密码`} secret={open.data.initialPassword}>
          这个密码只显示这一次，请当面或用安全的方式交给本人。本人第一次登录时须设置自己的密码。
        </ShownOnce>
      </Dialog>
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title="开通账号"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不开
          </Button>
          <Button
            busy={open.isPending}
            disabled={!complete}
            onClick={() => {
              if (role !== "")
                open.mutate({
                  body: {
                    username: username.trim(),
                    name: name.trim(),
                    role,
                    region: town === "" ? county().region.code : town,
                    organisationId: kinds === undefined ? null : organisationId,
                  },
                });
            }}
          >
            开通
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field
          label="用户名"
          hint="4 至 40 位字母、数字、点、横线，以字母开头"
          error={problem?.fieldError("/username")}
        >
          <Input value={username} onChange={setUsername} autoComplete="off" maxLength={40} />
        </Field>
        <Field label="姓名" error={problem?.fieldError("/name")}>
          <Input value={name} onChange={setName} maxLength={50} />
        </Field>
        <Field label="角色">
          <Select
            value={role}
            placeholder="请选择"
            choices={roleChoices}
            onChange={(next) => {
              setRole(next);
              setOrganisationId("");
            }}
          />
        </Field>
        {kinds !== undefined && <OrganisationField kinds={kinds} value={organisationId} onChange={setOrganisationId} />}
        <Field label="辖区" required={false}>
          <Select value={town} onChange={setTown} placeholder="全县" choices={townChoices()} />
        </Field>
        <ErrorNotice error={open.error} />
      </div>
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
    <Field label="单位" hint="账号只能看和办这个单位的事">
      <Select
        value={value}
        onChange={onChange}
        placeholder="请选择"
        choices={rows.map((each) => ({ value: each.id, label: each.name }))}
      />
    </Field>
  );
}
