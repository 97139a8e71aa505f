import type { Answer, TestClient } from "./app.ts";
import { upload } from "./upload.ts";

const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Makes up the roll of a session from a photographed sheet. */
export async function madeUp(
  desk: TestClient,
  sessionId: string,
  marks: readonly { enrolmentId: string; mark: string; minutes?: number }[],
): Promise<Answer<{ id: string; state: string }>> {
  const sheet = await upload<{ id: string }>(desk, `/api/v1/sessions/${sessionId}/sheets`, {
    name: "签到表.png",
    content: PHOTO,
    type: "image/png",
  });
  return desk.post(`/api/v1/sessions/${sessionId}/make-ups`, {
    marks,
    fileId: sheet.body.id,
    reason: "与纸质签到表核对",
  });
}

/** Like `madeUp` after the end of the class: one officer asks, another approves. Returns the answer to the approval. */
export async function madeUpByTwo(
  asker: TestClient,
  decider: TestClient,
  sessionId: string,
  marks: Parameters<typeof madeUp>[2],
): Promise<Answer<unknown>> {
  const asked = await madeUp(asker, sessionId, marks);
  return decider.post(`/api/v1/class-changes/${asked.body.id}/decision`, { verdict: "approve" });
}
