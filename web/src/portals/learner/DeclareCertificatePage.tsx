import { api } from "../../api/api.ts";
import { type CertificateKind, skillLevelLabel, skillLevels } from "@jinengtong/standards";
import { useState, type FormEvent, type ReactElement } from "react";
import { useNavigate } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { useDraft } from "../../kit/use-draft.ts";
import { numberFault, numberHint } from "./declared/number-words.ts";
import { WhatNext } from "./declared/WhatNext.tsx";
import { EvidenceUpload } from "./record/EvidenceUpload.tsx";

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
  fileId: "",
  fileName: "",
};

/** Declares a certificate obtained elsewhere: the photo first, then what is written on it. Half-filled forms stay on the phone. */
export default function DeclareCertificatePage(): ReactElement {
  const draft = useDraft("declare-certificate", EMPTY);
  const form = draft.value;
  const [left, setLeft] = useState(false);
  const tell = useToast();
  const navigate = useNavigate();
  const occupations = useOccupations();
  const declare = useChange(api.declarations.declare, {
    refresh: [api.declarations.list],
    onSuccess: () => {
      draft.clear();
      tell("已报上去，等工作人员核验");
      void navigate("/my/declared");
    },
  });
  const problem = declare.error instanceof ProblemError ? declare.error : undefined;
  const kind = form.kind as Declared | "";
  const occupation = occupations.rows.find((one) => one.code === form.occupation);
  const fault = kind === "" || form.number === "" ? null : numberFault(kind, form.number);
  const missing = [
    form.fileId === "" && "证书照片",
    kind === "" && "证书种类",
    (form.number.trim().length < 6 || fault !== null) && "证书编号",
    occupation === undefined && "职业（工种）",
    form.level === "" && "等级",
    form.issuerName.trim().length < 2 && "发证单位",
    form.issuedOn === "" && "发证日期",
  ].filter((one) => one !== false);

  function send(event: FormEvent): void {
    event.preventDefault();
    if (kind === "" || occupation === undefined || missing.length > 0) return;
    declare.mutate({
      body: {
        number: form.number.trim(),
        kind,
        occupation: occupation.code,
        occupationName: occupation.name,
        level: Number(form.level),
        issuerName: form.issuerName.trim(),
        issuedOn: form.issuedOn,
        ...(form.validTo === "" ? {} : { validTo: form.validTo }),
        evidenceFileId: form.fileId,
      },
    });
  }

  return (
    <Page
      title="报一本证书"
      intro="照着证书填就行。没填完可以先放下，下次打开还在。"
      back={{ to: "/my/declared", title: "在别处考的证书" }}
    >
      {draft.restored && (
        <Notice
          title="接着上次填的"
          action={
            <Button variant="secondary" onClick={draft.clear}>
              清空重新填
            </Button>
          }
        />
      )}
      <form className="grid gap-6" onSubmit={send} noValidate>
        <Field
          group
          label="证书照片"
          hint={form.fileName === "" ? "有姓名、编号的那一页。" : `已上传：${form.fileName}`}
          error={problem?.fieldError("/evidenceFileId")}
        >
          <EvidenceUpload onDone={(fileId, fileName) => draft.set({ fileId, fileName })} />
        </Field>
        <Field group label="是哪一种证书" error={problem?.fieldError("/kind")}>
          <RadioGroup value={kind} onChange={(value) => draft.set({ kind: value, level: "" })} choices={KINDS} />
        </Field>
        <Field
          label="证书编号"
          hint={numberHint(kind)}
          error={left && fault !== null ? fault : problem?.fieldError("/number")}
        >
          <Input
            value={form.number}
            onChange={(number) => draft.set({ number })}
            onBlur={() => setLeft(true)}
            maxLength={40}
            autoComplete="off"
            className="num"
          />
        </Field>
        <Field
          label="职业（工种）"
          hint="从补贴目录里选。目录里没有的，带证书到镇（街道）窗口登记。"
          error={problem?.fieldError("/occupation")}
        >
          <Select
            value={form.occupation}
            onChange={(value) => draft.set({ occupation: value })}
            placeholder={occupations.isPending ? "正在取目录…" : "请选择"}
            choices={occupations.rows.map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
        <Field label="等级" hint="证书上没写等级的，选“没有等级”。" error={problem?.fieldError("/level")}>
          <Select
            value={form.level}
            onChange={(level) => draft.set({ level })}
            placeholder="请选择"
            choices={[
              ...skillLevels.map((level) => ({ value: String(level), label: skillLevelLabel(level) })),
              ...(kind === "skill-level" ? [] : [{ value: "0", label: "没有等级" }]),
            ]}
          />
        </Field>
        <Field label="发证单位" hint="证书上盖章的单位。" error={problem?.fieldError("/issuerName")}>
          <Input value={form.issuerName} onChange={(issuerName) => draft.set({ issuerName })} maxLength={80} />
        </Field>
        <Field group label="发证日期" error={problem?.fieldError("/issuedOn")}>
          <DateInput value={form.issuedOn} onChange={(issuedOn) => draft.set({ issuedOn })} />
        </Field>
        <Field
          group
          label="有效期到哪一天"
          required={false}
          hint="没写就不填。"
          error={problem?.fieldError("/validTo")}
        >
          <DateInput value={form.validTo} onChange={(validTo) => draft.set({ validTo })} />
        </Field>
        <WhatNext />
        {declare.error !== null && (
          <ErrorNotice
            error={declare.error}
            fieldNames={{
              "/number": "证书编号",
              "/level": "等级",
              "/issuedOn": "发证日期",
              "/validTo": "有效期",
              "/issuerName": "发证单位",
            }}
          />
        )}
        <div className="grid gap-2">
          {missing.length > 0 && <p className="text-ink-2">还要填：{missing.join("、")}</p>}
          <Button type="submit" block busy={declare.isPending} disabled={missing.length > 0}>
            报上去，请人社部门核验
          </Button>
        </div>
      </form>
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
