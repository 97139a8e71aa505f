import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { ProgrammeChoice } from "../../../features/programmes/ProgrammeChoice.tsx";
import { periodWords, useProgrammes } from "../../../features/programmes/use-programmes.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { FormField, needing, useForm } from "../../../kit/form.tsx";
import { Select } from "../../../kit/Select.tsx";
import { ActDialog } from "../ActDialog.tsx";

/** Asks for a redecision under a version or a confirmed local value. Nothing follows from it before two have signed. */
export function AskRedecisionDialog({ onClose }: { onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const { programmes, usual } = useProgrammes();
  const ask = useChange(api.redecisions.ask, {
    refresh: [api.redecisions.list],
    onSuccess: ({ id }) => void navigate(`/bureau/redecisions/${id}`),
  });
  const form = useForm({
    initial: { policyId: "", cause: "", from: "", because: "" },
    rules: needing(contractOf(api.redecisions.ask), "cause"),
    error: ask.error,
  });
  const policyId = form.values.policyId === "" ? usual : form.values.policyId;
  const programme = programmes.find((one) => one.id === policyId);
  const policy = useApi(api.policy.show, { params: { id: policyId } });
  const local = useApi(api.policy.parameters, { params: { id: policyId } });
  const labelOf = (name: string) => policy.data?.parameters.find((one) => one.name === name)?.label ?? name;
  const versions = (programme?.versions ?? []).map((one) => ({
    value: `version ${one.version}`,
    label: `政策第 ${one.version} 版，${periodWords(one.effective)}`,
    since: one.effective.from,
  }));
  const values = (local.data?.rows ?? [])
    .filter((row) => row.state === "in-force")
    .map((row) => ({
      value: `parameter ${row.id}`,
      label: `本地参数：${labelOf(row.name)}，自 ${row.effectiveFrom} 起`,
      since: row.effectiveFrom,
    }));
  const causes = [...versions, ...values];
  return (
    <ActDialog
      title="按更正重新裁定"
      consequences={[
        "从这一天起的每一笔申请，按当时存下的资料重新裁定，列成清单；现在什么都不改。",
        "两位工作人员先后在清单上签字后，才备补发的申请、发追回通知，并告诉本人。",
      ]}
      action="开始裁定"
      label="依据的文件和理由"
      readBy="签字的人和被追溯的本人"
      words="because"
      form={form}
      busy={ask.isPending}
      error={ask.error}
      onClose={onClose}
      onConfirm={(because) => {
        const [kind, which = ""] = form.values.cause.split(" ");
        ask.mutate({
          body: {
            policyId,
            cause: kind === "version" ? { kind, version: which } : { kind: "parameter", parameterId: Number(which) },
            from: form.values.from,
            because,
          },
        });
      }}
    >
      <ProgrammeChoice
        programmes={programmes}
        value={policyId}
        onChange={(next) => form.set({ policyId: next, cause: "" })}
      />
      <FormField name="cause" required label="更正了什么">
        <Select
          value={form.values.cause}
          onChange={(cause) =>
            form.set({ cause, from: causes.find((one) => one.value === cause)?.since ?? form.values.from })
          }
          placeholder="请选择"
          choices={causes}
        />
      </FormField>
      <FormField name="from" required label="从哪一天的申请起" group>
        <DateInput {...form.bind("from")} />
      </FormField>
    </ActDialog>
  );
}
