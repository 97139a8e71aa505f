import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import type { Output } from "../../api/client.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkbox } from "../../kit/Checkbox.tsx";
import { CheckboxGroup } from "../../kit/CheckboxGroup.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Keepers = Output<Api["registerKeepers"]["list"]>;
type Register = Keepers["registers"][number];

/** 名册职责: which office keeps which register. Only its officers enter and confirm what the register says. */
export default function KeepersPage(): ReactElement {
  const keepers = useApi(api.registerKeepers.list, {});
  const [setting, setSetting] = useState<Register | null>(null);
  return (
    <StaffPage title="名册职责" intro="每份名册由管它的部门导入、登记和确认，别的部门不能改。没有设定的归人社部门。">
      <QueryView query={keepers} lines={10}>
        {(data) => (
          <>
            {(["group", "fact"] as const).map((kind) => (
              <RecordList
                key={kind}
                caption={kind === "group" ? "人群类别" : "人员信息"}
                rows={data.registers.filter((register) => register.kind === kind)}
                rowKey={(row) => row.subject}
                columns={[
                  {
                    key: "label",
                    title: kind === "group" ? "人群类别" : "人员信息",
                    onPhone: "title",
                    render: (row) => row.label,
                  },
                  {
                    key: "offices",
                    title: "管理部门",
                    render: (row) => row.offices.map((office) => office.name).join("、"),
                  },
                  {
                    key: "two",
                    title: "单个登记",
                    render: (row) => (row.twoOfficers ? "两人办理" : "一人办理"),
                  },
                  {
                    key: "act",
                    title: "办理",
                    align: "right",
                    render: (row) => (
                      <Button variant="quiet" label={`设定“${row.label}”的管理部门`} onClick={() => setSetting(row)}>
                        设定
                      </Button>
                    ),
                  },
                ]}
              />
            ))}
            {setting !== null && (
              <SetKeepers register={setting} departments={data.departments} onClose={() => setSetting(null)} />
            )}
          </>
        )}
      </QueryView>
    </StaffPage>
  );
}

interface SetKeepersProps {
  register: Register;
  departments: Keepers["departments"];
  onClose: () => void;
}

const BUREAU = "bureau";

function SetKeepers({ register, departments, onClose }: SetKeepersProps): ReactElement {
  const tell = useToast();
  const change = useChange(api.registerKeepers.set, {
    refresh: [api.registerKeepers.list],
    onSuccess: () => {
      tell("已设定");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      offices: register.offices.map((office) => office.id ?? BUREAU),
      twoOfficers: register.twoOfficers,
      basis: "",
    },
    rules: contractOf(api.registerKeepers.set),
    error: change.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`“${register.label}”由谁管理`}
      consequences={["只有选中部门的工作人员能导入、登记和确认这份名册。", "已登记的内容不变。"]}
      action="设定"
      busy={change.isPending}
      error={change.error}
      form={form}
      onConfirm={() =>
        change.mutate({
          params: { subject: register.subject },
          body: {
            offices: form.values.offices.map((id) => (id === BUREAU ? null : id)),
            twoOfficers: form.values.twoOfficers,
            basis: form.values.basis.trim(),
          },
        })
      }
    >
      <div className="grid gap-3">
        <FormField name="offices" label="管理部门">
          <CheckboxGroup
            {...form.bind("offices")}
            choices={[
              { value: BUREAU, label: "人社部门" },
              ...departments.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </FormField>
        <Checkbox checked={form.values.twoOfficers} onChange={(twoOfficers) => form.set({ twoOfficers })}>
          单个登记须由该部门另一位工作人员确认（关系到补贴的都应当勾选）
        </Checkbox>
        <FormField name="basis" label="依据" hint="例如“三定方案”或文件条款">
          <Input {...form.bind("basis")} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
