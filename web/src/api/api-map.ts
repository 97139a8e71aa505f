/** Who is signed in, as `GET /api/v1/session` tells it. One account has one role. */
interface Account {
  id: string;
  username: string;
  name: string;
  role:
    | "learner"
    | "institution"
    | "enterprise"
    | "evaluator"
    | "reviewer"
    | "department"
    | "finance"
    | "auditor"
    | "security"
    | "admin";
  organisation: { id: string; name: string } | null;
  region: { code: string; name: string } | null;
}

interface Session {
  account: Account | null;
  csrfToken: string;
}

interface Operation {
  params: unknown;
  query: unknown;
  body: unknown;
  output: unknown;
}

/** The typed map of operations: `"METHOD /api/v1/path"` → `{ params, query, body, output }`. */
export interface ApiMap {
  "GET /api/v1/session": { params: object; query: object; body: undefined; output: Session };
  "POST /api/v1/session": {
    params: object;
    query: object;
    body: { username: string; password: string };
    output: { csrfToken: string };
  };
  "DELETE /api/v1/session": { params: object; query: object; body: undefined; output: unknown };
  [key: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /api/v1/${string}`]: Operation;
}
