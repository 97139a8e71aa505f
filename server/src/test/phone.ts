import type { TestApp } from "./app.ts";

/** Requests a code for a phone and reads it from the trial's outbox. */
export async function phoneCode(
  app: TestApp,
  phone: string,
  purpose: "sign-in" | "register" | "change-phone" = "sign-in",
): Promise<string> {
  const asked = await app.anonymous.post("/api/v1/session/phone-code", { phone, purpose });
  if (asked.status !== 200) throw new Error(`no code: ${asked.body.code}`);
  const outbox = await app.anonymous.get<{ rows: { text: string }[] }>("/api/v1/trial/outbox");
  const code = /验证码 (\d{6})/.exec(outbox.body.rows[0]?.text ?? "")?.[1];
  if (!code) throw new Error("no code in the outbox");
  return code;
}
