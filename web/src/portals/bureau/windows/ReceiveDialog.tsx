import { townChoices } from "@jinengtong/county";
import { PAPER_KINDS, parseIdentityPaper } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { DateInput } from "../../../kit/DateInput.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";

type Purpose = Output<Api["windowSessions"]["show"]>["purposes"][number];

const PURPOSES: readonly { value: Purpose; label: string }[] = [
  { value: "register", label: "登记和同意（第一次来的）" },
  { value: "record", label: "看本人的记录" },
  { value: "enrol", label: "报名" },
  { value: "group", label: "申报人群类别" },
  { value: "claim", label: "确认补贴申请" },
  { value: "payee", label: "登记收款账户" },
];

const SEXES = [
  { value: "F", label: "女" },
  { value: "M", label: "男" },
] as const;

/** Begins to serve somebody who is present, by the document that they show. */
export function ReceiveDialog({ onClose }: { onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const ask = useChange(api.windowSessions.ask, {
    refresh: [api.windowSessions.list],
    onSuccess: ({ id }) => void navigate(`/bureau/windows/${id}`),
  });
  // Only a first registration by another paper needs what its number doesn't tell; the server says so.
  const ofEverybody = Object.fromEntries(
    Object.entries(contractOf(api.windowSessions.ask)).filter(([name]) => !name.startsWith("paper")),
  );
  const form = useForm({
    initial: {
      name: "",
      citizenId: "",
      paper: { nationality: "", birthDate: "", sex: "" as "" | "M" | "F" },
      town: "",
      purposes: [] as Purpose[],
    },
    rules: ofEverybody,
    error: ask.error,
  });
  const { paper, ...given } = form.values;
  const read = parseIdentityPaper(given.citizenId);
  const other = read.ok && read.value.kind !== "citizen";

  function send(): void {
    const { sex } = paper;
    const told = other && sex !== "" && paper.nationality !== "" && paper.birthDate !== "";
    ask.mutate({ body: told ? { ...given, paper: { ...paper, sex } } : given });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="接待一位"
      footer={
        <FormFooter
          form={form}
          close="先不接待"
          action="下一步：征得本人同意"
          busy={ask.isPending}
          onConfirm={send}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <p className="text-ink-2">只为站在窗口的本人办理。照本人出示的证件填写，问清楚要办哪些事。</p>
        <FormField name="name" label="姓名">
          <Input {...form.bind("name")} autoComplete="off" />
        </FormField>
        <FormField name="citizenId" label="身份号码" hint="18 位号码；没有的，填护照或旧版永久居留身份证的号码">
          <Input {...form.bind("citizenId")} autoComplete="off" className="num" />
        </FormField>
        {other && (
          <>
            <p className="text-ink-2">{PAPER_KINDS[read.value.kind]}的号码里看不出下面几项，第一次登记时照证件填写。</p>
            <FormField name="paper/nationality" label="国籍（证件上的三个字母）">
              <Input
                value={paper.nationality}
                onChange={(nationality) => form.setPart("paper", { nationality: nationality.toUpperCase() })}
                autoComplete="off"
              />
            </FormField>
            <FormField name="paper/birthDate" label="出生日期" group>
              <DateInput value={paper.birthDate} onChange={(birthDate) => form.setPart("paper", { birthDate })} />
            </FormField>
            <FormField name="paper/sex" label="性别" group>
              <RadioGroup value={paper.sex} onChange={(sex) => form.setPart("paper", { sex })} choices={SEXES} inline />
            </FormField>
          </>
        )}
        <FormField name="town" label="现在住的镇（街道）" hint="已有档案的不改">
          <Select {...form.bind("town")} placeholder="请选择" choices={townChoices()} />
        </FormField>
        <FormField name="purposes" group label="要代办的事" hint="只办选上的，办的时候不能再加">
          <CheckboxGroup {...form.bind("purposes")} choices={PURPOSES} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
