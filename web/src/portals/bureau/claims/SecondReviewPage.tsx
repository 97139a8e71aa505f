import type { ReactElement } from "react";
import { ReviewQueue } from "./ReviewQueue.tsx";

/** 补贴复审: by somebody else than the first review. */
export default function SecondReviewPage(): ReactElement {
  return <ReviewQueue key="second" round={2} />;
}
