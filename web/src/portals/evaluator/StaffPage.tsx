import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { RegisterStaffDialog } from "../../features/evaluations/RegisterStaffDialog.tsx";
import { StaffTable } from "../../features/evaluations/StaffTable.tsx";
import type { Staff } from "../../features/evaluations/words.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { StaffPage as Page } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** 考评督导人员: the body's own people, and everybody confirmed in the county who can be sent. */
export default function StaffPage(): ReactElement {
  const [registering, setRegistering] = useState(false);
  const [training, setTraining] = useState<Staff | null>(null);
  return (
    <Page
      title="考评督导人员"
      intro="本单位的人员由本单位登记，人社部门确认；全县在册的考评员都可以派。连续、轮换、等级和回避在派员时核对。"
      actions={
        <Button icon="plus" onClick={() => setRegistering(true)}>
          登记人员
        </Button>
      }
    >
      <StaffTable
        id="evaluator-staff"
        renderAct={(row) =>
          row.own ? (
            <RowAct label={`登记 ${row.name} 的培训`} onClick={() => setTraining(row)}>
              登记培训
            </RowAct>
          ) : (
            "—"
          )
        }
      />
      {registering && (
        <RegisterStaffDialog
          kinds={["examiner", "senior-examiner", "invigilator", "exam-officer", "internal-supervisor"]}
          onClose={() => setRegistering(false)}
        />
      )}
      {training !== null && <TrainingDialog staff={training} onClose={() => setTraining(null)} />}
    </Page>
  );
}

function TrainingDialog({ staff, onClose }: { staff: Staff; onClose: () => void }): ReactElement {
  const tell = useToast();
  const record = useChange(api.evaluationStaff.recordTraining, {
    refresh: [api.evaluationStaff.list],
    onSuccess: () => {
      tell("培训已登记");
      onClose();
    },
  });
  const form = useForm({
    initial: { on: "", hours: "8", subject: "" },
    rules: contractOf(api.evaluationStaff.recordTraining),
    error: record.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${staff.name} 的培训`}
      footer={
        <FormFooter
          form={form}
          action="登记培训"
          busy={record.isPending}
          onConfirm={() =>
            record.mutate({
              params: { id: staff.id },
              body: { on: form.values.on, hours: Number(form.values.hours), subject: form.values.subject },
            })
          }
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="on" label="日期" group>
          <DateInput {...form.bind("on")} />
        </FormField>
        <FormField name="hours" label="学时">
          <Input inputMode="numeric" unit="学时" {...form.digits("hours")} />
        </FormField>
        <FormField name="subject" label="内容">
          <Input {...form.bind("subject")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
