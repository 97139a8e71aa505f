import { expect, test } from "vitest";
import { explainError, messageOf, NetworkError, readProblem } from "./problem.ts";

function answer(body: string, status: number, type: string): Response {
  return new Response(body, { status, headers: { "content-type": type } });
}

test("problem details keep their code, sentence and field errors", async () => {
  const body = JSON.stringify({
    type: "/problems/x",
    title: "内容未被接受",
    status: 422,
    code: "class-full",
    detail: "名额已满。",
    errors: [{ pointer: "/classId", detail: "换一个班。" }, { pointer: 3 }],
  });
  const error = await readProblem(answer(body, 422, "application/problem+json"));
  expect(error.problem.code).toBe("class-full");
  expect(error.fieldError("/classId")).toBe("换一个班。");
  expect(error.fieldError("/other")).toBeUndefined();
  expect(error.problem.errors).toHaveLength(1);
  expect(messageOf(error)).toBe("名额已满。");
});

test("an answer that is not the platform's still reads as a sentence", async () => {
  const error = await readProblem(answer("<html>bad gateway</html>", 503, "text/html"));
  expect(messageOf(error)).toBe("平台正忙，请稍后再试");
  const broken = await readProblem(answer("{", 500, "application/json"));
  expect(messageOf(broken)).toBe("平台出错了");
});

test("a lost network says that nothing is lost", () => {
  expect(messageOf(new NetworkError("offline"))).toContain("不会丢失");
  expect(messageOf(new TypeError("x is undefined"))).not.toContain("undefined");
});

test("an address with a wrong number is a page that doesn't exist", async () => {
  const body = JSON.stringify({ code: "invalid-input", errors: [{ pointer: "/params/id", detail: "编号格式不正确" }] });
  const error = await readProblem(answer(body, 422, "application/problem+json"));
  expect(explainError(error)).toMatchObject({ title: "没有这个页面", faults: [] });
});
