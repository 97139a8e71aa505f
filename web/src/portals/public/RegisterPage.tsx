import { townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, needing, useForm } from "../../kit/form.tsx";
import { phoneCodeChecks } from "../../kit/phone-code.ts";
import {
  parseCitizenId,
  parsePersonName,
  todayInShanghai,
  tooYoungToTrain,
  type CivilDate,
} from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { call } from "../../api/client.ts";
import { ProblemError } from "../../api/problem.ts";
import { useSession, useSessionOpened } from "../../api/session.ts";
import { roles } from "../../frame/roles.ts";
import { safeReturn } from "../../frame/return-address.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkbox } from "../../kit/Checkbox.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { Input } from "../../kit/Input.tsx";
import { Page } from "../../kit/Page.tsx";
import { PhoneCode } from "../../kit/PhoneCode.tsx";
import { Select } from "../../kit/Select.tsx";
import { CONSENT_VERSION } from "../../features/person/consent-version.ts";
import { TrialHint } from "./sign-in/TrialHint.tsx";

/** Labels of the required fields, for the notice below them. */
const ASKED = {
  name: "姓名",
  citizenId: "身份证号",
  town: "住在哪个镇",
  phone: "手机号",
  code: "短信验证码",
  agreed: "同意告知书",
};

/** Registration by real name. The number is checked while it is typed and never kept on the device. */
export default function RegisterPage(): ReactElement {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const opened = useSessionOpened();
  const [today] = useState(() => todayInShanghai(new Date()));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useForm({
    draft: "register",
    initial: { name: "", citizenId: "", town: "", phone: "", code: "", agreed: false, messages: false },
    secret: ["citizenId", "phone", "code", "agreed", "messages"],
    rules: needing(contractOf(api.people.register), "code"),
    checks: {
      ...phoneCodeChecks,
      name: (text) => messageOf(parsePersonName(text)),
      citizenId: (text) => numberFault(text, today),
      agreed: (yes) => (yes ? undefined : "请看过告知书，同意后再注册。"),
    },
    error,
  });

  const back = safeReturn(search.get("return"));
  const account = session.data?.account ?? null;
  if (account !== null && !busy) return <Navigate to={back ?? roles[account.role].home} replace />;

  const { name, citizenId, town, phone, code, agreed, messages } = form.values;
  const number = parseCitizenId(citizenId, { on: today });
  const whole = citizenId.replace(/\s/gu, "").length >= 18;
  const missing = Object.entries(ASKED).flatMap(([field, label]) => (form.refused.includes(field) ? [label] : []));
  const ready = missing.length === 0;
  const begun = name !== "" || citizenId !== "" || phone !== "";

  async function submit(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const body = { name: name.trim(), citizenId, phone, code, town, consentVersion: CONSENT_VERSION, messages };
      opened(await call(api.people.register, { body }));
      form.clear();
      await navigate(back ?? "/my", { replace: true });
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  return (
    <Page title="实名注册" intro="一人一档。注册一次，以后报班、签到、领补贴都用它。大约 2 分钟。">
      <FormBody form={form} className="grid max-w-[30rem] gap-6" onSubmit={() => void submit()}>
        <FormField name="name" label="姓名" hint="和身份证上的一样。">
          <Input {...form.bind("name")} autoComplete="name" />
        </FormField>
        <FormField
          name="citizenId"
          label="身份证号"
          hint="18 位。加密保存，任何页面都只显示首尾几位。"
          error={whole ? numberFault(citizenId, today) : undefined}
        >
          <Input {...form.bind("citizenId")} autoComplete="off" className="num tracking-wide" />
        </FormField>
        {number.ok && numberFault(citizenId, today) === undefined && (
          <p className="-mt-4 flex items-center gap-2 text-sm text-accent" aria-live="polite">
            <Icon name="check" size="1em" />
            号码正确：{number.value.sex === "F" ? "女" : "男"}，{number.value.birthDate} 出生
          </p>
        )}
        <FormField name="town" label="现在住在哪个镇（街道）">
          <Select {...form.bind("town")} placeholder="请选择" choices={townChoices()} />
        </FormField>
        <div className="grid gap-2">
          <PhoneCode
            phone={phone}
            onPhone={(value) => form.set({ phone: value })}
            code={code}
            onCode={(value) => form.set({ code: value })}
            onSend={(to) => call(api.session.requestPhoneCode, { body: { phone: to, purpose: "register" } })}
          />
          <TrialHint />
        </div>
        <div className="grid gap-2">
          <Checkbox checked={agreed} onChange={(yes) => form.set({ agreed: yes })}>
            我同意平台按告知书处理我的个人信息
          </Checkbox>
          <Checkbox checked={messages} onChange={(yes) => form.set({ messages: yes })}>
            用短信提醒我上课、考核和领补贴（可选，随时可以收回）
          </Checkbox>
          <p className="text-sm text-ink-2">
            <Link to="/privacy" target="_blank" className="text-accent underline underline-offset-4">
              看告知书
            </Link>
            ：用来做什么、谁能看、您怎么查谁看过。随时可以在“我的”里收回其他同意。
          </p>
        </div>
        {error instanceof ProblemError && error.problem.code === "registration-refused" && (
          <Button variant="secondary" to="/sign-in?way=phone">
            用手机验证码登录
          </Button>
        )}
        <div className="grid gap-2">
          {begun && !ready && <p className="text-ink-2">还要填对：{missing.join("、")}</p>}
          <Button type="submit" block busy={busy} disabled={!ready}>
            注册并登录
          </Button>
        </div>
      </FormBody>
    </Page>
  );
}

/** Fault of an identity number: it is no such number, or its holder is too young. */
function numberFault(text: string, today: CivilDate): string | undefined {
  const parsed = parseCitizenId(text, { on: today });
  return parsed.ok ? (tooYoungToTrain(parsed.value.birthDate, today) ?? undefined) : parsed.message;
}

const messageOf = (parsed: { ok: true } | { ok: false; message: string }): string | undefined =>
  parsed.ok ? undefined : parsed.message;
