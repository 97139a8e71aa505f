import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { UnmaskButton } from "../../../kit/staff/UnmaskButton.tsx";

const WORDS = { citizenId: "身份证号", phone: "手机号", bankAccount: "银行账号" } as const;

interface UnmaskPersonProps {
  personId: string;
  field: keyof typeof WORDS;
  masked: string;
}

/** A masked number of a person; unmasking is recorded where the person can read it. Departments only see the mask. */
export function UnmaskPerson({ personId, field, masked }: UnmaskPersonProps): ReactElement {
  const unmask = useChange(api.people.unmask);
  const session = useSession();
  if (session.data?.account?.role !== "reviewer") return <span className="num font-mono">{masked}</span>;
  return (
    <UnmaskButton
      masked={masked}
      what={WORDS[field]}
      onUnmask={async (purpose) => {
        const found = await unmask.mutateAsync({ params: { id: personId }, body: { purpose, fields: [field] } });
        return found[field] ?? "没有登记";
      }}
    />
  );
}
