import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { levelChoices } from "../../../features/evaluations/level-choices.ts";
import { Button } from "../../../kit/Button.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { MoneyInput } from "../../../kit/MoneyInput.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

type Site = Output<Api["evaluationSites"]["list"]>["sites"][number];
interface Item {
  siteId: string;
  occupation: string;
  level: string;
  chargeFen: number | null;
}

const trades = occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }));

/** Files occupations, levels and sites for a term. */
export function FilingDialog({ sites, onClose }: { sites: readonly Site[]; onClose: () => void }): ReactElement {
  const tell = useToast();
  const blank: Item = { siteId: sites[0]?.id ?? "", occupation: "", level: "5", chargeFen: 0 };
  const submit = useChange(api.evaluationFilings.submit, {
    refresh: [api.evaluationFilings.list],
    onSuccess: () => {
      tell("备案已提交，等人社部门审核");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      number: "",
      kind: "social-body" as "social-body" | "employer",
      institutionCode: "",
      provinceCode: "",
      validFrom: "",
      validTo: "",
      charges: "",
      items: [blank],
    },
    rules: contractOf(api.evaluationFilings.submit),
    error: submit.error,
  });
  const { items } = form.values;
  const change = (at: number, part: Partial<Item>) =>
    form.set({ items: items.map((item, n) => (n === at ? { ...item, ...part } : item)) });
  function save(): void {
    submit.mutate({
      body: {
        ...form.values,
        items: items.map((item) => ({ ...item, level: Number(item.level), chargeFen: item.chargeFen ?? 0 })),
      },
    });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="提交备案"
      footer={<FormFooter form={form} action="提交备案" busy={submit.isPending} onConfirm={save} onClose={onClose} />}
    >
      <FormBody form={form}>
        <FormField name="kind" label="种类" group>
          <RadioGroup
            {...form.bind("kind")}
            choices={[
              { value: "social-body", label: "社会培训评价组织（证书编号 S 开头）" },
              { value: "employer", label: "用人单位（证书编号 Y 开头）" },
            ]}
          />
        </FormField>
        <FormField name="number" label="备案号">
          <Input {...form.bind("number")} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="institutionCode" label="机构代码" hint="4 位，写进证书编号">
            <Input className="num" inputMode="numeric" {...form.digits("institutionCode")} />
          </FormField>
          <FormField name="provinceCode" label="省份代码" hint="2 位">
            <Input className="num" inputMode="numeric" {...form.digits("provinceCode")} />
          </FormField>
          <FormField name="validFrom" label="有效期自" group>
            <DateInput {...form.bind("validFrom")} />
          </FormField>
          <FormField name="validTo" label="有效期至" group>
            <DateInput {...form.bind("validTo")} />
          </FormField>
        </div>
        {items.map((item, at) => (
          <fieldset key={at} className="grid gap-2 border-t border-line pt-3 sm:grid-cols-2">
            <legend className="text-sm text-ink-3">第 {at + 1} 项</legend>
            <Select
              aria-label="职业"
              value={item.occupation}
              onChange={(occupation) => change(at, { occupation })}
              placeholder="选职业"
              choices={trades}
            />
            <Select
              aria-label="等级"
              value={item.level}
              onChange={(level) => change(at, { level })}
              choices={levelChoices}
            />
            <Select
              aria-label="场地"
              value={item.siteId}
              onChange={(siteId) => change(at, { siteId })}
              placeholder="选场地"
              choices={sites.map((site) => ({ value: site.id, label: site.name }))}
            />
            <MoneyInput
              aria-label="每人收费"
              value={item.chargeFen}
              onChange={(chargeFen) => change(at, { chargeFen })}
            />
            {items.length > 1 && (
              <Button variant="quiet" onClick={() => form.set({ items: items.filter((_item, n) => n !== at) })}>
                去掉这项
              </Button>
            )}
          </fieldset>
        ))}
        <Button variant="secondary" icon="plus" onClick={() => form.set({ items: [...items, blank] })}>
          加一项
        </Button>
        <FormField name="charges" label="收费说明">
          <TextArea rows={2} {...form.bind("charges")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
