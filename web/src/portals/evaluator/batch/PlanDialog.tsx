import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { levelChoices } from "../../../features/evaluations/level-choices.ts";
import { type Batch, clockOf, type Way, WAYS } from "../../../features/evaluations/words.ts";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { MoneyInput } from "../../../kit/MoneyInput.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

const trades = occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }));

/** Drafts or changes the plan of a batch. */
export function PlanDialog({ batch, onClose }: { batch: Batch | null; onClose: () => void }): ReactElement {
  const tell = useToast();
  const organisationId = useSession().data?.account?.organisationId ?? "";
  const sites = useApi(api.evaluationSites.list, { params: { id: organisationId } });
  const settings = {
    refresh: [api.evaluationBatches.list, api.evaluationBatches.show],
    onSuccess: () => {
      tell("计划已保存");
      onClose();
    },
  };
  const create = useChange(api.evaluationBatches.create, settings);
  const edit = useChange(api.evaluationBatches.edit, settings);
  const form = useForm({
    initial: {
      siteId: batch?.siteId ?? "",
      occupation: batch?.occupation ?? "",
      level: String(batch?.level ?? 5),
      ways: (batch?.ways ?? ["theory", "practice"]) as Way[],
      examOn: batch?.examOn ?? "",
      from: batch === null ? "08:30" : clockOf(batch.from),
      to: batch === null ? "17:30" : clockOf(batch.to),
      practiceMinutes: String(batch?.practiceMinutes ?? 60),
      expected: String(batch?.expected ?? 30),
      chargeFen: (batch?.chargeFen ?? 0) as number | null,
      notice: batch?.notice ?? "",
    },
    rules: contractOf(api.evaluationBatches.create),
    error: batch === null ? create.error : edit.error,
  });
  function save(): void {
    const { level, practiceMinutes, expected, chargeFen, ...rest } = form.values;
    const body = {
      ...rest,
      level: Number(level),
      practiceMinutes: Number(practiceMinutes),
      expected: Number(expected),
      chargeFen: chargeFen ?? 0,
    };
    if (batch === null) create.mutate({ body });
    else edit.mutate({ params: { id: batch.id }, body });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={batch === null ? "起草认定计划" : "修改认定计划"}
      footer={
        <FormFooter
          form={form}
          action="保存计划"
          busy={create.isPending || edit.isPending}
          onConfirm={save}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="occupation" label="职业（工种）" hint="只能选备案范围内的职业">
          <Select {...form.bind("occupation")} placeholder="请选择" choices={trades} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="level" label="等级">
            <Select {...form.bind("level")} choices={levelChoices} />
          </FormField>
          <FormField name="siteId" label="场地" hint="在“备案与场地”里登记">
            <Select
              {...form.bind("siteId")}
              placeholder="请选择"
              choices={(sites.data?.sites ?? []).map((site) => ({ value: site.id, label: site.name }))}
            />
          </FormField>
        </div>
        <FormField name="ways" label="方式" group>
          <CheckboxGroup
            inline
            {...form.bind("ways")}
            choices={(Object.keys(WAYS) as Way[]).map((value) => ({ value, label: WAYS[value] }))}
          />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField name="examOn" label="考试日期" group>
            <DateInput {...form.bind("examOn")} />
          </FormField>
          <FormField name="from" label="开始">
            <Input className="num" {...form.bind("from")} placeholder="08:30" />
          </FormField>
          <FormField name="to" label="结束">
            <Input className="num" {...form.bind("to")} placeholder="17:30" />
          </FormField>
        </div>
        <div className="grid gap-4 sm:grid-cols-3">
          <FormField name="practiceMinutes" label="每人技能操作">
            <Input inputMode="numeric" unit="分钟" {...form.digits("practiceMinutes")} />
          </FormField>
          <FormField name="expected" label="预计人数">
            <Input inputMode="numeric" unit="人" {...form.digits("expected")} />
          </FormField>
          <FormField name="chargeFen" label="每人收费">
            <MoneyInput {...form.bind("chargeFen")} />
          </FormField>
        </div>
        <FormField name="notice" label="公告" hint="报名条件、时间、地点、费用；公布后考生看到">
          <TextArea rows={4} {...form.bind("notice")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
