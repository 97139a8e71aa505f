import { townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { parseCitizenId, parsePersonName, todayInShanghai } from "@jinengtong/standards";
import { useState, type FormEvent, type ReactElement } from "react";
import { Link, Navigate, useNavigate, useSearchParams } from "react-router";
import { call } from "../../api/client.ts";
import { ProblemError } from "../../api/problem.ts";
import { useSession, useSessionOpened } from "../../api/session.ts";
import { roles } from "../../frame/roles.ts";
import { safeReturn } from "../../frame/return-address.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkbox } from "../../kit/Checkbox.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Icon } from "../../kit/Icon.tsx";
import { Input } from "../../kit/Input.tsx";
import { Page } from "../../kit/Page.tsx";
import { PhoneCode } from "../../kit/PhoneCode.tsx";
import { Select } from "../../kit/Select.tsx";
import { useDraft } from "../../kit/use-draft.ts";
import { CONSENT_VERSION } from "./consent.ts";
import { TrialHint } from "./sign-in/TrialHint.tsx";

/** Registration by real name. The number is checked while it is typed and never kept on the device. */
export default function RegisterPage(): ReactElement {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const opened = useSessionOpened();
  const draft = useDraft("register", { name: "", town: "" });
  const [today] = useState(() => todayInShanghai(new Date()));
  const [citizenId, setCitizenId] = useState("");
  const [left, setLeft] = useState(false);
  const [nameLeft, setNameLeft] = useState(false);
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const back = safeReturn(search.get("return"));
  const account = session.data?.account ?? null;
  if (account !== null && !busy) return <Navigate to={back ?? roles[account.role].home} replace />;

  const { name, town } = draft.value;
  const number = parseCitizenId(citizenId, { on: today });
  const numberWrong = !number.ok && (left || citizenId.replace(/\s/gu, "").length >= 18) && citizenId !== "";
  const named = parsePersonName(name);
  const missing = [
    !named.ok && "姓名",
    !number.ok && "身份证号",
    town === "" && "住在哪个镇",
    phone.length !== 11 && "手机号",
    code.length !== 6 && "短信验证码",
    !agreed && "同意告知书",
  ].filter((one) => one !== false);
  const ready = missing.length === 0;
  const begun = name !== "" || citizenId !== "" || phone !== "";
  const problem = error instanceof ProblemError ? error : undefined;

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    setError(null);
    try {
      const body = { name: name.trim(), citizenId, phone, code, town, consentVersion: CONSENT_VERSION };
      opened(await call(api.people.register, { body }));
      draft.clear();
      await navigate(back ?? "/my", { replace: true });
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  return (
    <Page title="实名注册" intro="一人一档。注册一次，以后报班、签到、领补贴都用它。大约 2 分钟。">
      <form className="grid max-w-[30rem] gap-6" onSubmit={(event) => void submit(event)}>
        <ErrorNotice
          error={error}
          fieldNames={{
            "/name": "姓名",
            "/citizenId": "身份证号",
            "/phone": "手机号",
            "/code": "验证码",
            "/town": "所在镇",
          }}
        />
        <Field
          label="姓名"
          hint="和身份证上的一样。"
          error={nameLeft && name !== "" && !named.ok ? named.message : problem?.fieldError("/name")}
        >
          <Input
            value={name}
            autoComplete="name"
            maxLength={50}
            onChange={(value) => draft.set({ name: value })}
            onBlur={() => setNameLeft(true)}
          />
        </Field>
        <Field
          label="身份证号"
          hint="18 位。加密保存，任何页面都只显示首尾几位。"
          error={numberWrong && !number.ok ? number.message : problem?.fieldError("/citizenId")}
        >
          <Input
            value={citizenId}
            autoComplete="off"
            maxLength={22}
            className="num tracking-wide"
            onChange={setCitizenId}
            onBlur={() => setLeft(true)}
          />
        </Field>
        {number.ok && (
          <p className="-mt-4 flex items-center gap-2 text-sm text-accent" aria-live="polite">
            <Icon name="check" size="1em" />
            号码正确：{number.value.sex === "F" ? "女" : "男"}，{number.value.birthDate} 出生
          </p>
        )}
        <Field label="现在住在哪个镇（街道）">
          <Select
            value={town}
            onChange={(value) => draft.set({ town: value })}
            placeholder="请选择"
            choices={townChoices()}
          />
        </Field>
        <div className="grid gap-2">
          <PhoneCode
            phone={phone}
            onPhone={setPhone}
            code={code}
            onCode={setCode}
            onSend={(to) => call(api.session.requestPhoneCode, { body: { phone: to, purpose: "register" } })}
            codeError={problem?.fieldError("/code")}
          />
          <TrialHint />
        </div>
        <div>
          <Checkbox checked={agreed} onChange={setAgreed}>
            我同意平台按告知书处理我的个人信息
          </Checkbox>
          <p className="mt-2 text-sm text-ink-2">
            <Link to="/privacy" target="_blank" className="text-accent underline underline-offset-4">
              看告知书
            </Link>
            ：用来做什么、谁能看、您怎么查谁看过。随时可以在“我的”里收回其他同意。
          </p>
        </div>
        <div className="grid gap-2">
          {begun && !ready && <p className="text-ink-2">还要填对：{missing.join("、")}</p>}
          <Button type="submit" block busy={busy} disabled={!ready}>
            注册并登录
          </Button>
        </div>
      </form>
    </Page>
  );
}
