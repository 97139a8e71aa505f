import { api } from "../../../api/api.ts";
import { useState, type FormEvent, type ReactElement } from "react";
import { Link } from "react-router";
import { call } from "../../../api/client.ts";
import { ProblemError } from "../../../api/problem.ts";
import { useSessionOpened, type Account } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { PhoneCode } from "../../../kit/PhoneCode.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { TrialHint } from "./TrialHint.tsx";

interface Candidate {
  id: string;
  name: string;
}

/** A code to the phone. A phone that a family shares asks whose account it is. */
export function PhoneForm({ onEntered }: { onEntered: (account: Account) => void }): ReactElement {
  const opened = useSessionOpened();
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  const [chosen, setChosen] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      const body = { phone, code, ...(chosen === "" ? {} : { accountId: chosen }) };
      onEntered(opened(await call(api.session.startByPhone, { body })));
    } catch (caught) {
      const family = caught instanceof ProblemError ? candidatesOf(caught) : [];
      setCandidates(family);
      if (family.length === 0) setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form className="grid content-start gap-5" onSubmit={(event) => void submit(event)}>
      <ErrorNotice error={error} fieldNames={{ "/phone": "手机号", "/code": "验证码" }} />
      <PhoneCode
        phone={phone}
        onPhone={setPhone}
        code={code}
        onCode={setCode}
        onSend={(to) => call(api.session.requestPhoneCode, { body: { phone: to, purpose: "sign-in" } })}
      />
      <TrialHint />
      {candidates.length > 0 && (
        <Field group label="这个手机号登记了几位学员，您是哪一位？">
          <RadioGroup
            value={chosen}
            onChange={setChosen}
            choices={candidates.map((one) => ({ value: one.id, label: one.name }))}
          />
        </Field>
      )}
      <Button
        type="submit"
        block
        busy={busy}
        disabled={phone.length !== 11 || code.length !== 6 || (candidates.length > 0 && chosen === "")}
      >
        登录
      </Button>
      <p className="text-sm text-ink-2">
        只有学员能用手机登录。还没注册？
        <Link to="/register" className="text-accent underline underline-offset-4">
          先实名注册
        </Link>
      </p>
    </form>
  );
}

/** The refusal names the accounts to choose from. */
function candidatesOf(error: ProblemError): Candidate[] {
  const { accounts } = (error.problem.extra ?? {}) as { accounts?: Candidate[] };
  return error.problem.code === "choose-account" ? (accounts ?? []) : [];
}
