import type { ReactElement } from "react";
import { ReviewQueue } from "./ReviewQueue.tsx";

/** 补贴初审. */
export default function FirstReviewPage(): ReactElement {
  return <ReviewQueue key="first" round={1} />;
}
