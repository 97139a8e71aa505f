/** One refused field of a request: JSON pointer and reason. */
export interface FieldProblem {
  pointer: string;
  detail: string;
}

/** RFC 9457 problem details, as the platform sends them. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: FieldProblem[];
  /** Further members of the refusal, by the operation's names. */
  extra?: Record<string, unknown>;
}

/** A refusal by the server, in words for a person. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = "ProblemError";
    this.problem = problem;
  }

  /** Message for the field at a JSON pointer such as `/person/phone`. */
  fieldError(pointer: string): string | undefined {
    return this.problem.errors.find((error) => error.pointer === pointer)?.detail;
  }
}

/** No answer: no network, or too slow. Safe to retry. */
export class NetworkError extends Error {
  constructor(cause: "offline" | "timeout" | "unreachable") {
    super(sentences[cause]);
    this.name = "NetworkError";
  }
}

const sentences = {
  offline: "您的设备没有连上网络。请检查网络后再试一次，已填写的内容不会丢失。",
  timeout: "网络太慢，没有等到答复。请再试一次，同一操作不会重复办理。",
  unreachable: "暂时连不上平台。请稍后再试，已填写的内容不会丢失。",
} as const;

const titles: Record<number, string> = {
  400: "提交的内容有误",
  401: "请先登录",
  403: "没有权限",
  404: "没有找到",
  409: "情况已经变化",
  413: "文件太大",
  422: "提交的内容有误",
  429: "操作太频繁，请稍后再试",
  503: "平台正忙，请稍后再试",
};

/** Parses problem details; falls back to plain words if a proxy answered instead of the platform. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const fallback: Problem = {
    type: "about:blank",
    title: titles[response.status] ?? "平台出错了",
    status: response.status,
    code: `http-${response.status}`,
    detail: "",
    errors: [],
  };
  const isJson = /json/u.test(response.headers.get("content-type") ?? "");
  const body: unknown = isJson ? await response.json().catch(() => null) : null;
  return new ProblemError(body !== null && typeof body === "object" ? { ...fallback, ...readFields(body) } : fallback);
}

function readFields(body: object): Partial<Problem> {
  const source = body as Record<string, unknown>;
  const found: Partial<Problem> = {};
  for (const name of ["type", "title", "code", "detail"] as const) {
    const value = source[name];
    if (typeof value === "string") found[name] = value;
  }
  if (Array.isArray(source["errors"])) found.errors = source["errors"].filter(isFieldProblem);
  found.extra = source;
  return found;
}

function isFieldProblem(value: unknown): value is FieldProblem {
  const error = value as Partial<FieldProblem> | null;
  return typeof error?.pointer === "string" && typeof error.detail === "string";
}

/** Any error in words for the person: shown by the kit's notices. */
export function explainError(error: unknown): { title?: string; detail: string; faults: readonly FieldProblem[] } {
  if (error instanceof ProblemError && error.problem.errors.some(({ pointer }) => pointer.startsWith("/params/")))
    return { title: "没有这个页面", detail: "地址不完整或写错了，请从列表里重新打开。", faults: [] };
  const detail = messageOf(error);
  return error instanceof ProblemError
    ? { title: error.problem.title, detail, faults: error.problem.errors }
    : { detail, faults: [] };
}

/** Message of any error. */
export function messageOf(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  if (error instanceof NetworkError) return error.message;
  return "页面出了点问题，请刷新后再试。";
}
