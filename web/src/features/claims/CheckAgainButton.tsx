import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useChange } from "../../api/hooks.ts";
import { messageOf } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** 按最新记录再算一遍: decides a person's benefits anew on the latest record, as every new fact does by itself. */
export function CheckAgainButton({ personId }: { personId: string }): ReactElement {
  const tell = useToast();
  const check = useChange(api.claims.checkAgain, {
    refresh: [api.claims.list, api.claims.mine, api.policy.myEntitlements],
    onSuccess: ({ prepared }) =>
      tell(prepared > 0 ? `已按最新记录核对，新准备好 ${prepared} 笔补贴` : "已按最新记录核对，没有新的补贴可以准备"),
  });
  return (
    <Button
      variant="secondary"
      icon="refresh"
      busy={check.isPending}
      onClick={() =>
        check.mutate({ params: { id: personId } }, { onError: (error) => tell(messageOf(error), "refused") })
      }
    >
      按最新记录再算一遍
    </Button>
  );
}
