import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, FormNotice, needing, useForm } from "../../kit/form.tsx";
import { type CertificateKind, skillLevelLabel, skillLevels } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { numberFault, numberHint } from "./declared/number-words.ts";
import { WhatNext } from "./declared/WhatNext.tsx";
import { EvidenceUpload } from "../../features/person/EvidenceUpload.tsx";

type Declared = Exclude<CertificateKind, "completion">;

const KINDS: readonly { value: Declared; label: string; description: string }[] = [
  { value: "skill-level", label: "职业技能等级证书", description: "编号 22 位，Y 或 S 开头，有初级工、中级工等等级" },
  { value: "professional-qualification", label: "职业资格证书", description: "国家职业资格，多数是红色本子" },
  { value: "special-ability", label: "专项职业能力证书", description: "只考一项手艺，没有等级" },
  { value: "special-operation", label: "特种作业操作证", description: "应急管理部门发，比如电工、焊接操作证" },
  { value: "special-equipment", label: "特种设备作业人员证", description: "市场监管部门发，比如叉车、锅炉" },
  { value: "safety-management", label: "安全生产考核合格证", description: "企业负责人、安全员考的" },
];

const EMPTY = {
  kind: "",
  number: "",
  occupation: "",
  level: "",
  issuerName: "",
  issuedOn: "",
  validTo: "",
  evidenceFileId: "",
  evidenceName: "",
};

/** Labels of the required fields, for the notice below them. */
const ASKED = {
  evidenceFileId: "证书照片",
  kind: "证书种类",
  number: "证书编号",
  occupation: "职业（工种）",
  level: "等级",
  issuerName: "发证单位",
  issuedOn: "发证日期",
};

/** Declares a certificate obtained elsewhere: first the photo, then its data. Drafts stay on the phone. */
export default function DeclareCertificatePage(): ReactElement {
  const tell = useToast();
  const navigate = useNavigate();
  const occupations = useOccupations();
  const declare = useChange(api.declarations.declare, {
    refresh: [api.declarations.list],
    onSuccess: () => {
      form.clear();
      tell("已报上去，等工作人员核验");
      void navigate("/my/declared");
    },
  });
  const form = useForm({
    draft: "declare-certificate",
    initial: EMPTY,
    rules: needing(contractOf(api.declarations.declare), "evidenceFileId"),
    checks: {
      number: (text, { kind }) => (kind === "" ? undefined : (numberFault(kind as Declared, text) ?? undefined)),
      occupation: (code) => (occupations.rows.some((one) => one.code === code) ? undefined : "请从目录里选。"),
    },
    error: declare.error,
  });
  const { evidenceName, ...values } = form.values;
  const kind = values.kind as Declared | "";
  const missing = Object.entries(ASKED).flatMap(([field, label]) => (form.refused.includes(field) ? [label] : []));

  function send(): void {
    const occupation = occupations.rows.find((one) => one.code === values.occupation);
    if (kind === "" || occupation === undefined) return;
    const { validTo, ...rest } = values;
    declare.mutate({
      body: {
        ...rest,
        kind,
        occupation: occupation.code,
        occupationName: occupation.name,
        level: Number(values.level),
        ...(validTo === "" ? {} : { validTo }),
      },
    });
  }

  return (
    <Page
      title="报一本证书"
      intro="照着证书填就行。没填完可以先放下，下次打开还在。"
      back={{ to: "/my/declared", title: "在别处考的证书" }}
    >
      {form.restored && (
        <Notice
          title="接着上次填的"
          action={
            <Button variant="secondary" onClick={() => form.clear()}>
              清空重新填
            </Button>
          }
        />
      )}
      <FormBody form={form} className="grid gap-6" notice={false} onSubmit={send}>
        <FormField
          name="evidenceFileId"
          required
          group
          label="证书照片"
          hint={evidenceName === "" ? "有姓名、编号的那一页。" : `已上传：${evidenceName}`}
        >
          <EvidenceUpload onDone={(id, name) => form.set({ evidenceFileId: id, evidenceName: name })} />
        </FormField>
        <FormField name="kind" group label="是哪一种证书">
          <RadioGroup value={kind} onChange={(value) => form.set({ kind: value, level: "" })} choices={KINDS} />
        </FormField>
        <FormField name="number" label="证书编号" hint={numberHint(kind)}>
          <Input {...form.bind("number")} autoComplete="off" className="num" />
        </FormField>
        <FormField
          name="occupation"
          label="职业（工种）"
          hint="从补贴目录里选。目录里没有的，带证书到镇（街道）窗口登记。"
        >
          <Select
            {...form.bind("occupation")}
            placeholder={occupations.isPending ? "正在取目录…" : "请选择"}
            choices={occupations.rows.map((one) => ({ value: one.code, label: one.name }))}
          />
        </FormField>
        <FormField name="level" label="等级" hint="证书上没写等级的，选“没有等级”。">
          <Select
            {...form.bind("level")}
            placeholder="请选择"
            choices={[
              ...skillLevels.map((level) => ({ value: String(level), label: skillLevelLabel(level) })),
              ...(kind === "skill-level" ? [] : [{ value: "0", label: "没有等级" }]),
            ]}
          />
        </FormField>
        <FormField name="issuerName" label="发证单位" hint="证书上盖章的单位。">
          <Input {...form.bind("issuerName")} />
        </FormField>
        <FormField name="issuedOn" group label="发证日期">
          <DateInput {...form.bind("issuedOn")} />
        </FormField>
        <FormField name="validTo" group label="有效期到哪一天" required={false} hint="没写就不填。">
          <DateInput {...form.bind("validTo")} />
        </FormField>
        <WhatNext />
        <FormNotice />
        <div className="grid gap-2">
          {missing.length > 0 && <p className="text-ink-2">还要填：{missing.join("、")}</p>}
          <Button type="submit" block busy={declare.isPending} disabled={missing.length > 0}>
            报上去，请人社部门核验
          </Button>
        </div>
      </FormBody>
    </Page>
  );
}

/** The occupations of the published list, each once. */
function useOccupations(): { rows: readonly { code: string; name: string }[]; isPending: boolean } {
  const query = useApi(api.catalogue.read, { params: { list: "occupations" }, query: {} }, { staleTime: 300_000 });
  const found = new Map<string, string>();
  for (const { data } of query.data?.rows ?? [])
    if ("trainingFen" in data) found.set(data.occupation, data.occupationName);
  const rows = [...found].map(([code, name]) => ({ code, name }));
  return { rows: rows.toSorted((a, b) => a.name.localeCompare(b.name, "zh-CN")), isPending: query.isPending };
}
