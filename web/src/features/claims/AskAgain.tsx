import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { useToast } from "../../kit/Toast.tsx";

const refresh = [api.claims.show, api.claims.list, api.claims.mine, api.homes.learner, api.homes.enterprise] as const;

interface AskAgainProps {
  claim: { id: string; askUntil: string | null };
}

/** Asks again for what was withdrawn or declined, and opens the new claim, which is confirmed like any other. */
export function AskAgain({ claim }: AskAgainProps): ReactElement {
  const tell = useToast();
  const go = useNavigate();
  const again = useChange(api.claims.askAgain, {
    refresh,
    onSuccess: ({ id }) => {
      tell("申请已重新备好，请核对后确认");
      void go(`../${id}`, { relative: "path" });
    },
  });
  return (
    <div className="grid gap-3">
      <p>
        改了主意，可以凭同样的依据重新申请
        {claim.askUntil === null ? "。" : `，最迟 ${claim.askUntil}。`}
      </p>
      <ErrorNotice error={again.error} />
      <div>
        <Button busy={again.isPending} onClick={() => again.mutate({ params: { id: claim.id } })}>
          重新申请
        </Button>
      </div>
    </div>
  );
}
