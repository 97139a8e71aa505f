import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { PayeeForm } from "./PayeeForm.tsx";

/** The card that the money of the person one acts for goes to. */
export function PayeeFor(): ReactElement {
  const payee = useApi(api.me.payeeAccount, {});
  const [changing, setChanging] = useState(false);
  const current = payee.data?.current ?? null;
  return (
    <Card title="收款账户">
      {current !== null && (
        <p className="mb-3">
          {current.bankName} <span className="num">{current.numberMasked}</span>
        </p>
      )}
      {payee.data !== undefined && (current === null || changing) ? (
        <PayeeForm
          onDone={() => setChanging(false)}
          {...(current === null ? {} : { onCancel: () => setChanging(false) })}
        />
      ) : (
        <Button variant="secondary" onClick={() => setChanging(true)}>
          换一张卡
        </Button>
      )}
    </Card>
  );
}
