import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The sign-in code that a teacher's screen shows and that changes every 15 seconds, so a photograph sent to somebody at
 * home is worthless before they can scan it.
 */
export interface SessionCodes {
  /** Current code of a session, and for how many milliseconds it is shown. */
  issue(sessionId: string, now: number): { readonly code: string; readonly showForMs: number };
  /** Verifies a session code: valid for the current and the previous time step (for slow phones). Constant time. */
  verify(sessionId: string, code: string, now: number): boolean;
}

/** Crockford's alphabet: no I, L, O, U to misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 16 × 5 bits: guessing within its 30 seconds is hopeless even without a rate limit. */
const CODE_LENGTH = 16;

/**
 * Codes under a key of 32 bytes that is used for nothing else (`sealer.purposeKey("session-code")`). `now` is the server's
 * clock in ms: the learner's clock has no say. `toleratedSteps` past steps are accepted (1 unless told), future ones never.
 */
export function createSessionCodes(
  key: Buffer,
  options: { readonly stepSeconds?: number; readonly toleratedSteps?: number } = {},
): SessionCodes {
  if (key.length !== 32) throw new RangeError("The key of session codes has 32 bytes.");
  const stepMs = (options.stepSeconds ?? 15) * 1000;
  const tolerated = options.toleratedSteps ?? 1;

  function codeAt(sessionId: string, step: number): Buffer {
    const digest = createHmac("sm3", key).update(`${step}:${sessionId}`).digest();
    let code = "";
    for (let at = 0; at < CODE_LENGTH; at++) code += ALPHABET.charAt((digest[at] ?? 0) & 31);
    return Buffer.from(code, "ascii");
  }

  return {
    issue(sessionId, now) {
      const step = Math.floor(now / stepMs);
      return {
        code: codeAt(sessionId, step).toString("ascii"),
        showForMs: (step + 1) * stepMs - now,
      };
    },
    verify(sessionId, code, now) {
      const given = Buffer.from(code.trim().toUpperCase(), "utf8");
      const step = Math.floor(now / stepMs);
      let matches = false;
      // Every step is compared, so the time taken does not tell which one was near.
      for (let back = 0; back <= tolerated; back++) {
        const expected = codeAt(sessionId, step - back);
        if (given.length === expected.length && timingSafeEqual(given, expected)) matches = true;
      }
      return matches;
    },
  };
}
