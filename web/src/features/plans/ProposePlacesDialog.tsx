import { townChoices } from "@jinengtong/county";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { OrganisationPicker } from "../organisations/OrganisationPicker.tsx";

type Row = Output<Api["planUse"]["list"]>["rows"][number];

interface ProposePlacesDialogProps {
  plans: readonly { id: string; name: string }[];
  year: number;
  /** The quota to change; without it, any place of any plan. */
  row?: Row;
  onClose: () => void;
}

type Kind = "set" | "take-back" | "transfer" | "overdraw";
type Scope = "plan" | "town" | "organisation";

const KINDS = [
  { value: "set", label: "下达", description: "增加名额" },
  { value: "take-back", label: "收回", description: "只能收回没用的" },
  { value: "transfer", label: "调剂", description: "移到另一处" },
  { value: "overdraw", label: "允许超额", description: "由主管部门说明理由" },
] as const;
const SCOPES = [
  { value: "plan", label: "全计划" },
  { value: "town", label: "镇（街道）" },
  { value: "organisation", label: "培训机构" },
] as const;

/** One part of a plan as the form holds it. */
interface Place {
  scope: Scope;
  town: string;
  organisationId: string;
}
const bodyOf = ({ scope, town, organisationId }: Place) =>
  scope === "plan" ? { scope } : scope === "town" ? { scope, town } : { scope, organisationId };

/** Proposes places of a named plan: given, taken back, moved, or allowed beyond the quota. Another officer releases them. */
export function ProposePlacesDialog({ plans, year, row, onClose }: ProposePlacesDialogProps): ReactElement {
  const tell = useToast();
  const propose = useChange(api.planQuotas.propose, {
    refresh: [api.planQuotas.changes, api.planUse.list],
    onSuccess: () => {
      tell("已提出，等另一位人员下达");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      projectId: row?.projectId ?? "",
      kind: "set" as Kind,
      place: (row?.at ?? { scope: "plan", town: "", organisationId: "" }) as Place,
      to: { scope: "town", town: "", organisationId: "" } as Place,
      places: "",
      returnsOn: (row?.returnsOn ?? "") as string,
      reason: "",
    },
    rules: contractOf(api.planQuotas.propose),
    error: propose.error,
  });
  const { values } = form;

  function send(): void {
    propose.mutate({
      body: {
        projectId: values.projectId,
        year,
        kind: values.kind,
        place: bodyOf(values.place),
        ...(values.kind === "transfer" && { to: bodyOf(values.to) }),
        places: Number(values.places),
        ...(values.kind === "set" &&
          values.place.scope !== "plan" &&
          values.returnsOn !== "" && { returnsOn: values.returnsOn }),
        reason: values.reason,
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={row === undefined ? `下达 ${year} 年名额` : `调整 ${row.project} ${row.place}`}
      size="wide"
      footer={
        <FormFooter
          form={form}
          close="先不提"
          action="提出"
          busy={propose.isPending}
          onConfirm={send}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} className="grid gap-4 sm:grid-cols-2">
        {row === undefined && (
          <FormField name="projectId" label="专项计划" required className="sm:col-span-2">
            <Select
              {...form.bind("projectId")}
              placeholder="请选择"
              choices={plans.map((plan) => ({ value: plan.id, label: plan.name }))}
            />
          </FormField>
        )}
        <FormField name="kind" label="怎样调整" group className="sm:col-span-2">
          <RadioGroup inline {...form.bind("kind")} choices={KINDS} />
        </FormField>
        {row === undefined && (
          <PlaceField label="给哪里" value={values.place} onChange={(place) => form.set({ place })} />
        )}
        {values.kind === "transfer" && (
          <PlaceField label="调剂到哪里" value={values.to} onChange={(to) => form.set({ to })} />
        )}
        <FormField name="places" label="名额数" required>
          <Input {...form.digits("places")} inputMode="numeric" unit="个" className="num" />
        </FormField>
        {values.kind === "set" && values.place.scope !== "plan" && (
          <FormField name="returnsOn" label="没用的哪天收回" hint="不填不自动收回" group>
            <DateInput {...form.bind("returnsOn")} />
          </FormField>
        )}
        <FormField name="reason" label="理由或文件" required className="sm:col-span-2">
          <TextArea {...form.bind("reason")} rows={2} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}

function PlaceField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: Place;
  onChange: (place: Place) => void;
}): ReactElement {
  const [name, setName] = useState("");
  return (
    <div className="grid gap-2 sm:col-span-2">
      <FormField name={label === "给哪里" ? "place" : "to"} label={label} group>
        <RadioGroup
          inline
          value={value.scope}
          onChange={(scope) => onChange({ scope, town: "", organisationId: "" })}
          choices={SCOPES}
        />
      </FormField>
      {value.scope === "town" && (
        <Select
          aria-label={`${label}：镇（街道）`}
          value={value.town}
          onChange={(town) => onChange({ ...value, town })}
          placeholder="请选择镇（街道）"
          choices={townChoices()}
        />
      )}
      {value.scope === "organisation" && (
        <OrganisationPicker
          label="机构名称"
          name={name}
          onChange={(organisationId, chosen) => {
            setName(chosen);
            onChange({ ...value, organisationId });
          }}
        />
      )}
    </div>
  );
}
