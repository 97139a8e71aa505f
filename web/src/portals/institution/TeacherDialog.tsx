import { api } from "../../api/api.ts";
import { occupations } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
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

/** A teacher by real name; afterwards only what they teach and on what grounds can be changed. */
export function TeacherDialog({ organisationId, teacher, onClose }: TeacherDialogProps): ReactElement {
  const [name, setName] = useState("");
  const [citizenId, setCitizenId] = useState("");
  const [phone, setPhone] = useState("");
  const [employment, setEmployment] = useState<Teacher["employment"]>(teacher?.employment ?? "full-time");
  const [codes, setCodes] = useState<string[]>(teacher?.occupations ?? []);
  const [qualification, setQualification] = useState(teacher?.qualification ?? "");
  const tell = useToast();
  const done = () => {
    tell(teacher === null ? `${name} 已登记` : `${teacher.name} 的登记已修改`);
    onClose();
  };
  const add = useChange(api.teachers.add, { refresh, onSuccess: done });
  const edit = useChange(api.teachers.edit, { refresh, onSuccess: done });
  const error = teacher === null ? add.error : edit.error;
  const problem = error instanceof ProblemError ? error : null;

  function save(): void {
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
        <>
          <Button variant="secondary" onClick={onClose}>
            先不办
          </Button>
          <Button busy={add.isPending || edit.isPending} onClick={save}>
            {teacher === null ? "登记教师" : "保存"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={error}
          fieldNames={{ "/name": "姓名", "/citizenId": "身份证号", "/phone": "手机号", "/qualification": "资格" }}
        />
        {teacher === null && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label="姓名" error={problem?.fieldError("/name")}>
              <Input value={name} onChange={setName} autoComplete="off" />
            </Field>
            <Field label="手机号" required={false} error={problem?.fieldError("/phone")}>
              <Input className="num" inputMode="tel" value={phone} onChange={setPhone} autoComplete="off" />
            </Field>
            <Field label="身份证号" className="sm:col-span-2" error={problem?.fieldError("/citizenId")}>
              <Input className="num" value={citizenId} onChange={setCitizenId} maxLength={24} autoComplete="off" />
            </Field>
          </div>
        )}
        <Field label="用工形式" group>
          <RadioGroup
            inline
            value={employment}
            onChange={setEmployment}
            choices={[
              { value: "full-time", label: "专职" },
              { value: "part-time", label: "兼职" },
              { value: "enterprise-trainer", label: "企业导师" },
            ]}
          />
        </Field>
        <Field label="可以教的职业（工种）" error={problem?.fieldError("/occupations")}>
          <MultiSelect value={codes} onChange={setCodes} choices={choices} placeholder="输入名称或编码查找" />
        </Field>
        <Field
          label="资格"
          required={false}
          hint="职业资格、职称或工作经历"
          error={problem?.fieldError("/qualification")}
        >
          <TextArea value={qualification} onChange={setQualification} rows={2} maxLength={200} />
        </Field>
      </div>
    </Dialog>
  );
}
