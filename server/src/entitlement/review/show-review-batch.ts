import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { batchOwner, readBatch, ReviewBatch } from "./review-batch-view.ts";

/** `GET /api/v1/review-batches/:id`: a batch, its seed, and the opened part of its sample. */
export const showReviewBatch = operation({
  method: "GET",
  path: "/api/v1/review-batches/:id",
  summary: "批量审核的样本与进度",
  permission: { roles: ["reviewer", "auditor"], over: batchOwner },
  params: ById,
  output: ReviewBatch,
  run: (context, { params }) => readBatch(context, params.id),
});
