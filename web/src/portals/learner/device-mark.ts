const KEY = "jinengtong.device";

/** A random id of this browser, which reveals two learners on one phone. It says nothing about the device. */
export function deviceMark(): string | null {
  try {
    const kept = localStorage.getItem(KEY);
    if (kept !== null && /^[0-9a-f]{32}$/u.test(kept)) return kept;
    const made = [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
    localStorage.setItem(KEY, made);
    return made;
  } catch {
    return null;
  }
}
