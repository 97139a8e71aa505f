/** One bad field of a request: JSON pointer and what to do about it. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** The first fault as a part of a longer sentence: without its full stop. */
export const firstDetail = (errors: readonly FieldError[]): string => (errors[0]?.detail ?? "").replace(/。$/u, "");

/**
 * A refusal that a person can act on (RFC 9457). `code` is stable, for programs; `detail` is the Chinese sentence for people: the
 * fault and what to do next.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[];
  readonly extra: Record<string, unknown>;

  constructor(
    status: number,
    code: string,
    detail: string,
    errors: FieldError[] = [],
    extra: Record<string, unknown> = {},
  ) {
    super(detail);
    this.name = "Problem";
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.extra = extra;
  }
}

/** 404, naming what was not found in the words of the page. */
export const notFound = (what: string): Problem =>
  new Problem(404, "not-found", `没有找到${what}。请核对编号，或返回列表重新选择。`);

/** 409: the current state doesn't allow it; name the state in `detail`. */
export const conflict = (code: string, detail: string, extra?: Record<string, unknown>): Problem =>
  new Problem(409, code, detail, [], extra);

/** 422: well-formed but unacceptable; point at the fields if possible. */
export const unacceptable = (code: string, detail: string, errors: FieldError[] = []): Problem =>
  new Problem(422, code, detail, errors);

/** 403: this account may not do it. */
export const forbidden = (detail: string, code = "forbidden"): Problem => new Problem(403, code, detail);

const TITLES: Record<number, string> = {
  400: "请求有误",
  401: "请先登录",
  403: "没有权限",
  404: "没有找到",
  405: "不支持的操作",
  409: "当前状态不允许",
  413: "内容过大",
  415: "格式不支持",
  422: "请按提示更正",
  429: "操作过于频繁",
  503: "系统暂时不可用",
};

/** A wrong password is also a 401, but on the sign-in page already. */
const titleOf = ({ status, code }: Problem): string =>
  status === 401 && code !== "not-signed-in" ? "没有登录成功" : (TITLES[status] ?? "操作未完成");

/** The problem as JSON. */
export function problemBody(problem: Problem): Record<string, unknown> {
  return {
    type: `/problems/${problem.code}`,
    title: titleOf(problem),
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem.errors.length > 0 ? { errors: problem.errors } : {}),
    ...problem.extra,
  };
}
