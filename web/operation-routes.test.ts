import { expect, test } from "vitest";
import { routesOf, rulesOf } from "./operation-routes.ts";

test("a name of an operation becomes its route when the pages are built", () => {
  expect(routesOf("useApi(api.claims.show, {})")).toBe('useApi("GET /api/v1/claims/:id", {})');
  expect(routesOf("other.api.claims.show, map.claims")).toBe("other.api.claims.show, map.claims");
  expect(() => routesOf("api.claims.nothing")).toThrow("there is no operation claims.nothing");
});

test("forms carry the rules of the operation they send", () => {
  expect(rulesOf("teachers", "add")["name"]).toMatchObject({ required: true });
  expect(routesOf("useForm({ rules: contractOf(api.teachers.add) })")).toContain('"qualification":{');
});

test("rules name inner fields and rows, and ask for nothing that may be empty", () => {
  expect(rulesOf("courses", "addQuiz")).toMatchObject({
    "quiz/passScore": { least: 1, most: 100 },
    "quiz/questions/#/text": { required: true, max: 500 },
  });
  expect(rulesOf("courses", "create")["summary"]).not.toHaveProperty("required");
});
