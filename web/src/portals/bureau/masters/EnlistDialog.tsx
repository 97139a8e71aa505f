import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import type { Master } from "../../../features/masters/MastersTable.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";

/** Lists somebody once their publicity is over. */
export function EnlistDialog({ master, onClose }: { master: Master; onClose: () => void }): ReactElement {
  const tell = useToast();
  const enlist = useChange(api.masterAppointments.enlist, {
    refresh: [api.masterAppointments.list],
    onSuccess: () => {
      tell(`${master.personName} 已列入名册`);
      onClose();
    },
  });
  const form = useForm({
    initial: { fromOn: today() as string, filingNumber: "", certificateNumber: "" },
    rules: contractOf(api.masterAppointments.enlist),
    error: enlist.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${master.personName} 列入${master.gradeLabel}名册`}
      consequences={[`公示到 ${master.publicisedTo}，期满才能列入。`, "列入后本人和企业得到消息。"]}
      action="列入名册"
      busy={enlist.isPending}
      form={form}
      onConfirm={() => enlist.mutate({ params: { id: master.id }, body: form.values })}
    >
      <FormField name="fromOn" label="聘任起始日">
        <DateBox {...form.bind("fromOn")} />
      </FormField>
      <FormField name="filingNumber" label="备案号">
        <Input {...form.bind("filingNumber")} />
      </FormField>
      <FormField name="certificateNumber" label="证书编号" hint="2 个大写字母和 20 位数字">
        <Input className="num" {...form.bind("certificateNumber")} />
      </FormField>
    </ConfirmSheet>
  );
}

/** Drops somebody from publicity, or ends an appointment. */
export function EndMasterDialog({ master, onClose }: { master: Master; onClose: () => void }): ReactElement {
  const tell = useToast();
  const end = useChange(api.masterAppointments.end, {
    refresh: [api.masterAppointments.list, api.masterSchemes.list],
    onSuccess: () => {
      tell("已结束");
      onClose();
    },
  });
  const form = useForm({
    initial: { toOn: today() as string, reason: "" },
    rules: contractOf(api.masterAppointments.end),
    error: end.error,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={master.state === "listed" ? `${master.personName} 解聘` : `${master.personName} 不列入名册`}
      consequences={["以前日期的名册不变。", "本人和企业得到消息。"]}
      action={master.state === "listed" ? "解聘" : "不列入"}
      danger
      busy={end.isPending}
      form={form}
      onConfirm={() => end.mutate({ params: { id: master.id }, body: form.values })}
    >
      <FormField name="toOn" label="最后一天">
        <DateBox {...form.bind("toOn")} />
      </FormField>
      <FormField name="reason" label="理由">
        <TextArea {...form.bind("reason")} />
      </FormField>
    </ConfirmSheet>
  );
}
