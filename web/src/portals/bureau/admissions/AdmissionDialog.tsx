import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, needing, useForm, type FormRules } from "../../../kit/form.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { admissionWords, type AdmissionAct } from "./admission-words.ts";
import { sanctionSteps, type Sanction } from "./sanctions.ts";
import type { Admission } from "../../../features/admissions/admission.ts";

interface ActValues {
  validTo?: string;
  step?: Sanction | "";
  reason?: string;
  note?: string;
}

function rulesOf(act: AdmissionAct): FormRules {
  switch (act) {
    case "inspect":
      return contractOf(api.admissions.inspect);
    case "renew":
      return contractOf(api.admissions.renew);
    case "resume":
      return contractOf(api.admissions.resume);
    case "sanction":
      return contractOf(api.admissions.sanction);
    case "admit":
      return contractOf(api.admissions.decide);
    case "return":
    case "refuse":
      return needing(contractOf(api.admissions.decide), "reason");
  }
}

interface AdmissionDialogProps {
  admission: Admission;
  act: AdmissionAct;
  onClose: () => void;
  onDone: () => void;
}

/** One action on an admission: admit, inspect, return, refuse, renew, resume, or a sanction. */
export function AdmissionDialog({ admission, act, onClose, onDone }: AdmissionDialogProps): ReactElement {
  const tell = useToast();
  const words = admissionWords[act];
  const settings = {
    refresh: [api.admissions.list, api.admissions.show, api.homes.bureau] as const,
    onSuccess: () => {
      tell(`${admission.organisationName}：${words.said}`);
      onClose();
      onDone();
    },
  };
  const decide = useChange(api.admissions.decide, settings);
  const inspect = useChange(api.admissions.inspect, settings);
  const renew = useChange(api.admissions.renew, settings);
  const resume = useChange(api.admissions.resume, settings);
  const sanction = useChange(api.admissions.sanction, settings);
  const params = { id: admission.id };

  function confirm(reason: string): void {
    if (act === "inspect") inspect.mutate({ params, body: { note: reason } });
    else if (act === "renew") renew.mutate({ params, body: { validTo: until, reason } });
    else if (act === "resume") resume.mutate({ params, body: { reason } });
    else if (act === "sanction") {
      if (step !== "") sanction.mutate({ params, body: { step, reason } });
    } else decide.mutate({ params, body: { verdict: act, reason, ...(until === "" ? {} : { validTo: until }) } });
  }

  const change = { inspect, renew, resume, sanction }[act as string] ?? decide;
  const form = useForm({
    initial: {
      ...(act === "admit" || act === "renew" ? { validTo: "" } : {}),
      ...(act === "sanction" ? { step: "" as Sanction | "" } : {}),
      [act === "inspect" ? "note" : "reason"]: "",
    } as ActValues,
    rules: rulesOf(act),
    error: change.error,
  });
  const { validTo: until = "", step = "" } = form.values;
  const chosen = sanctionSteps.find((one) => one.value === step);
  return (
    <ActDialog
      danger={act === "refuse" || act === "sanction"}
      title={`${words.title} ${admission.organisationName}`}
      consequences={[
        `${projectLabel(admission.occupationName, admission.level)}：${chosen === undefined ? words.consequence : `${chosen.label}，${chosen.description}。`}`,
      ]}
      action={chosen === undefined ? words.title : `作出处理：${chosen.label}`}
      label={act === "inspect" ? "考察情况" : act === "admit" ? "审核意见" : "理由"}
      readBy="申请单位会看到这段话"
      words={act === "inspect" ? "note" : "reason"}
      form={form}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={confirm}
    >
      {(act === "admit" || act === "renew") && (
        <FormField
          name="validTo"
          label="有效期至"
          group
          required={act === "renew"}
          hint={act === "admit" ? "不填为自今天起三年" : `现在至 ${admission.validTo ?? "—"}`}
        >
          <DateInput value={until} onChange={(validTo) => form.set({ validTo })} />
        </FormField>
      )}
      {act === "sanction" && (
        <FormField name="step" label="处理" group hint="由轻到重">
          <RadioGroup value={step} onChange={(next) => form.set({ step: next })} choices={sanctionSteps} />
        </FormField>
      )}
    </ActDialog>
  );
}
