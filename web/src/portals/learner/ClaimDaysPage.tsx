import type { ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { DaySheet } from "../../features/claims/DaySheet.tsx";
import { Button } from "../../kit/Button.tsx";
import { Page } from "../../kit/Page.tsx";

/** The days of one's own living allowance, to read and to print. */
export default function ClaimDaysPage(): ReactElement {
  const { id = "" } = useParams();
  const claim = useApi(api.claims.show, { params: { id } }).data;
  return (
    <Page
      title="生活费是按哪些天算的"
      intro={
        claim && (
          <span className="num">
            {claim.evidence.class?.name}，申请编号 {claim.claim.number}
          </span>
        )
      }
      back={{ to: `/my/claims/${id}`, title: "这笔申请" }}
      width="wide"
      action={
        <span data-print="hide">
          <Button variant="secondary" icon="print" onClick={() => print()}>
            打印
          </Button>
        </span>
      }
    >
      <DaySheet id={id} />
      <p className="mt-6 text-ink-2">
        哪一天的考勤不对，请带上能说明的东西找培训机构或人社部门更正；更正以后这里跟着变，已经发过的另补。
      </p>
    </Page>
  );
}
