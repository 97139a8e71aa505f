import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Disclosure } from "../../../kit/Disclosure.tsx";
import { Field } from "../../../kit/Field.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Input } from "../../../kit/Input.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";

interface ObjectionReceiptProps {
  /** Number of the receipt that is looked up; empty for none. */
  receipt: string;
  onAsk: (receipt: string) => void;
}

/** Looks up the answer to an objection by the number of its receipt. */
export function ObjectionReceipt({ receipt, onAsk }: ObjectionReceiptProps): ReactElement {
  const [typed, setTyped] = useState(receipt);
  const query = useApi(api.publicity.receipt, { params: { id: receipt } }, { enabled: receipt !== "" });
  return (
    <Disclosure summary="查我提过的异议" open={receipt !== ""}>
      <div className="grid gap-4 pt-1">
        <form
          className="flex max-w-[36rem] flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            onAsk(typed.trim().toLowerCase());
          }}
        >
          <div className="min-w-[16em] flex-1">
            <Field label="回执编号" hint="提出异议后页面上给您的编号。">
              <Input className="num" autoComplete="off" limit={40} value={typed} onChange={setTyped} />
            </Field>
          </div>
          <Button type="submit" variant="secondary" disabled={typed.trim().length < 36}>
            查答复
          </Button>
        </form>
        {receipt !== "" && (
          <QueryView query={query} lines={3}>
            {(found) => (
              <Card title={`${found.benefitName}，申请 ${found.claimNumber}`}>
                <p className="num text-sm text-ink-2">{formatInstant(found.raisedAt)} 提出</p>
                {found.answer === null ? (
                  <StatusMark kind="waiting">{`正在核查，最迟 ${found.dueOn} 答复，答复前不发放`}</StatusMark>
                ) : (
                  <>
                    <StatusMark kind="done">{found.upheld === true ? "异议成立" : "异议不成立"}</StatusMark>
                    <p className="mt-2">{found.answer}</p>
                  </>
                )}
              </Card>
            )}
          </QueryView>
        )}
      </div>
    </Disclosure>
  );
}
