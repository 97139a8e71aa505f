import { api } from "../../api/api.ts";
import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { MultiSelect } from "../../kit/MultiSelect.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Teacher } from "./teacher.ts";

const choices = occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }));
const refresh = [api.teachers.list] as const;

interface TeacherDialogProps {
  organisationId: string;
  /** Null for a new one. */
  teacher: Teacher | null;
  onClose: () => void;
}

/** A teacher by real name; later only occupations and qualification can be changed. */
export function TeacherDialog({ organisationId, teacher, onClose }: TeacherDialogProps): ReactElement {
  const tell = useToast();
  const done = () => {
    tell(teacher === null ? `${form.values.name} 已登记` : `${teacher.name} 的登记已修改`);
    onClose();
  };
  const add = useChange(api.teachers.add, { refresh, onSuccess: done });
  const edit = useChange(api.teachers.edit, { refresh, onSuccess: done });
  const form = useForm({
    initial: {
      name: "",
      citizenId: "",
      phone: "",
      employment: teacher?.employment ?? ("full-time" as Teacher["employment"]),
      occupations: teacher?.occupations ?? [],
      qualification: teacher?.qualification ?? "",
    },
    rules: teacher === null ? contractOf(api.teachers.add) : contractOf(api.teachers.edit),
    error: teacher === null ? add.error : edit.error,
  });

  function save(): void {
    const { name, citizenId, phone, employment, occupations: codes, qualification } = form.values;
    const told = { employment, occupations: codes, qualification: qualification.trim() === "" ? null : qualification };
    if (teacher === null) {
      add.mutate({
        params: { id: organisationId },
        body: { ...told, name, citizenId, ...(phone === "" ? {} : { phone }) },
      });
    } else edit.mutate({ params: { id: teacher.id }, body: told });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={teacher === null ? "登记教师" : `修改 ${teacher.name} 的登记`}
      footer={
        <FormFooter
          form={form}
          action={teacher === null ? "登记教师" : "保存"}
          busy={add.isPending || edit.isPending}
          onConfirm={save}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        {teacher === null && (
          <div className="grid gap-4 sm:grid-cols-2">
            <FormField name="name" label="姓名">
              <Input {...form.bind("name")} autoComplete="off" />
            </FormField>
            <FormField name="phone" label="手机号">
              <Input className="num" inputMode="tel" {...form.bind("phone")} autoComplete="off" />
            </FormField>
            <FormField name="citizenId" label="身份证号" className="sm:col-span-2">
              <Input className="num" {...form.bind("citizenId")} autoComplete="off" />
            </FormField>
          </div>
        )}
        <FormField name="employment" label="用工形式" group>
          <RadioGroup
            inline
            {...form.bind("employment")}
            choices={[
              { value: "full-time", label: "专职" },
              { value: "part-time", label: "兼职" },
              { value: "enterprise-trainer", label: "企业导师" },
            ]}
          />
        </FormField>
        <FormField name="occupations" label="可以教的职业（工种）" required>
          <MultiSelect {...form.bind("occupations")} choices={choices} placeholder="输入名称或编码查找" />
        </FormField>
        <FormField name="qualification" label="资格" hint="职业资格、职称或工作经历">
          <TextArea {...form.bind("qualification")} rows={2} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
