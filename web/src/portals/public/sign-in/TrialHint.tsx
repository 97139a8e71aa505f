import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";

/** In a trial no text message is sent: says where to read it. */
export function TrialHint(): ReactElement | null {
  const outbox = useApi(api.trial.outbox, {}, { staleTime: Infinity });
  if (outbox.data === undefined) return null;
  return (
    <p className="text-sm text-ink-2">
      试用环境不发短信，
      <Link to="/trial/outbox" target="_blank" className="text-accent underline underline-offset-4">
        在这里看验证码
      </Link>
      。
    </p>
  );
}
