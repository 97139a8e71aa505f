import { Problem } from "./problem.ts";

/** Explanations of database constraints, keyed by constraint name, or by SQLSTATE for the platform's own (JN…). */
export type Refusals = Readonly<Record<string, { code: string; detail: string; status?: number }>>;

const GENERAL: Refusals = {
  JN001: { code: "append-only", detail: "这条记录不可修改或删除。如有差错，请提交更正并说明理由。" },
  JN002: { code: "state-changed", detail: "状态已发生变化，不能执行此操作。请刷新页面查看最新状态。" },
  "23505": { code: "already-exists", detail: "相同的记录已存在，请勿重复提交。" },
  "23P01": { code: "overlaps", detail: "与已有记录在时间上冲突，请调整后再试。" },
  "23503": { code: "unknown-reference", detail: "引用的记录不存在或已失效，请刷新后重新选择。", status: 422 },
  "23514": { code: "not-allowed-value", detail: "填写的内容不符合规定，请核对后再提交。", status: 422 },
  "23502": { code: "missing-value", detail: "有必填内容缺失，请补充后再提交。", status: 422 },
  "22003": { code: "number-out-of-range", detail: "数值超出范围，请核对。", status: 422 },
  "22021": { code: "invalid-text", detail: "文字中含有不能保存的字符，请删除后再提交。", status: 422 },
  "22P02": { code: "invalid-value", detail: "填写的内容格式不正确，请核对。", status: 422 },
  "22007": { code: "invalid-date", detail: "日期不正确，请核对。", status: 422 },
  "22009": { code: "invalid-date", detail: "时刻的时区不正确，请核对。", status: 422 },
  "22008": { code: "invalid-date", detail: "日期超出范围，请核对。", status: 422 },
};

interface DatabaseError {
  code: string;
  constraint?: string;
}

const isDatabaseError = (error: unknown): error is DatabaseError =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.length === 5;

/** Whether the whole transaction should be retried: serialization failure or deadlock. */
export const isRetryable = (error: unknown): boolean =>
  isDatabaseError(error) && (error.code === "40001" || error.code === "40P01");

/** Whether this database constraint caused the error. */
export const isRefusedBy = (error: unknown, constraint: string): boolean =>
  isDatabaseError(error) && error.constraint === constraint;

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "08001",
]);

/** Whether the database can't be reached, or the connection to it was lost. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return (
    UNREACHABLE.has(code) ||
    /timeout exceeded when trying to connect|Connection terminated|connection error and is not queryable/.test(
      error.message,
    )
  );
}

/** Turns whatever was thrown into a refusal a person can act on; null when it is our own fault (a 500). */
export function explain(error: unknown, refusals: Refusals): Problem | null {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (isDatabaseAway(error)) {
    return new Problem(503, "database-unavailable", "系统正在恢复，您填写的内容没有丢失，请稍后再试。", [], {
      retryAfterSeconds: 5,
    });
  }
  if (code === "ENOSPC")
    return new Problem(507, "storage-full", "存储空间不足，文件没有保存。请联系管理员，稍后重新上传。");
  if (code === "57014") return new Problem(503, "too-slow", "查询用时过长，请缩小范围后再试。");
  if (!isDatabaseError(error)) return null;
  const known =
    (error.constraint === undefined ? undefined : refusals[error.constraint]) ??
    refusals[error.code] ??
    GENERAL[error.code];
  return known ? new Problem(known.status ?? 409, known.code, known.detail) : null;
}
