import type { ReactElement } from "react";
import { formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { isOwnFirstReview } from "./ReviewActions.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

/** Explains why this officer can't do the second review, and who can. */
export function OwnReviewNotice({ claim }: { claim: Claim }): ReactElement | null {
  const last = claim.reviews.at(-1);
  if (last === undefined || !isOwnFirstReview(claim)) return null;
  return (
    <div className="mt-4">
      <Notice tone="turn" title="初审是您本人作出的，您不能复审这一笔">
        您在 {formatInstant(last.at)}{" "}
        初审通过。初审和复审须由两个人完成，请由另一位审核人员复审；如果初审有误，复审前可以撤回。
      </Notice>
    </div>
  );
}
