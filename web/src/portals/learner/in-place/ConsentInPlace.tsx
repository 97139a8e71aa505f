import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";

type Asked = Output<Api["substitutions"]["mine"]>["about"][number];

/** A relative who declared to train in one's own place: nothing is confirmed until one agrees. */
export function ConsentInPlace({ asked }: { asked: Asked }): ReactElement {
  const [agreed, setAgreed] = useState<boolean | null>(null);
  const tell = useToast();
  const consent = useChange(api.substitutions.consent, {
    refresh: [api.substitutions.mine],
    onSuccess: () => {
      tell(agreed === true ? "已同意，等主管部门确认" : "已答复不同意，申报到此为止");
      setAgreed(null);
    },
  });
  const waits = asked.state === "declared" && asked.consent === "none";
  return (
    <Card
      title={`${asked.personName}申报替您参加`}
      action={
        waits ? (
          <StatusMark kind="turn">等您答复</StatusMark>
        ) : (
          <StatusMark kind={stateKind("substitution", asked.state)}>{asked.stateLabel}</StatusMark>
        )
      }
    >
      <p className="num text-ink-2">
        是您的{asked.relationLabel}，{formatPeriod(asked.validFrom, asked.validTo)}
      </p>
      {waits && (
        <>
          <p className="mt-2">同意以后，这位亲属用掉的补贴次数算您的；同一时间别的亲属不能再替您。</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <Button onClick={() => setAgreed(true)}>同意</Button>
            <Button variant="secondary" onClick={() => setAgreed(false)}>
              不同意
            </Button>
          </div>
        </>
      )}
      <ConfirmSheet
        open={agreed !== null}
        onClose={() => setAgreed(null)}
        title={agreed === true ? `同意${asked.personName}替您参加` : `不同意${asked.personName}替您参加`}
        danger={agreed === false}
        consequences={
          agreed === true
            ? ["主管部门核对关系证明和您的人员类别后确认。", "用掉的补贴次数算在您名下。"]
            : ["这次申报到此为止，对方会知道您没有同意。"]
        }
        action={agreed === true ? "同意" : "不同意"}
        busy={consent.isPending}
        error={consent.error}
        onConfirm={() => consent.mutate({ params: { id: asked.id }, body: { agreed: agreed === true } })}
      />
    </Card>
  );
}
