import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { FormBody, FormField, needing, useForm } from "../../../kit/form.tsx";
import { phoneCodeChecks } from "../../../kit/phone-code.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { call } from "../../../api/client.ts";
import { ProblemError } from "../../../api/problem.ts";
import { useSessionOpened, type Account } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { PhoneCode } from "../../../kit/PhoneCode.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { TrialHint } from "./TrialHint.tsx";

interface Candidate {
  id: string;
  name: string;
}

/** Sign-in by a code to the phone. If a family shares it, asks which account. */
export function PhoneForm({ onEntered }: { onEntered: (account: Account) => void }): ReactElement {
  const opened = useSessionOpened();
  const [candidates, setCandidates] = useState<Candidate[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const form = useForm({
    initial: { phone: "", code: "", accountId: "" },
    rules: needing(contractOf(api.session.startByPhone), "code"),
    checks: {
      ...phoneCodeChecks,
      accountId: (id) => (candidates.length > 0 && id === "" ? "请选您是哪一位。" : undefined),
    },
    error,
  });

  async function submit(): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const { phone, code, accountId } = form.values;
      const body = { phone, code, ...(accountId === "" ? {} : { accountId }) };
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
    <FormBody form={form} className="grid content-start gap-5" onSubmit={() => void submit()}>
      <PhoneCode
        phone={form.values.phone}
        onPhone={(phone) => form.set({ phone })}
        code={form.values.code}
        onCode={(code) => form.set({ code })}
        onSend={(to) => call(api.session.requestPhoneCode, { body: { phone: to, purpose: "sign-in" } })}
      />
      <TrialHint />
      {candidates.length > 0 && (
        <FormField name="accountId" group required label="这个手机号登记了几位学员，您是哪一位？">
          <RadioGroup
            {...form.bind("accountId")}
            choices={candidates.map((one) => ({ value: one.id, label: one.name }))}
          />
        </FormField>
      )}
      <Button type="submit" block busy={busy} disabled={form.refused.length > 0}>
        登录
      </Button>
      <p className="text-sm text-ink-2">
        只有学员能用手机登录。还没注册？
        <Link to="/register" className="text-accent underline underline-offset-4">
          先实名注册
        </Link>
      </p>
    </FormBody>
  );
}

/** The refusal names the accounts to choose from. */
function candidatesOf(error: ProblemError): Candidate[] {
  const { accounts } = (error.problem.extra ?? {}) as { accounts?: Candidate[] };
  return error.problem.code === "choose-account" ? (accounts ?? []) : [];
}
