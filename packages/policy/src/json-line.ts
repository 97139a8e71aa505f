/** The line of a JSON text on which the value at a pointer begins, for messages to people who edit the file. */

const BLANK = /\s/u;

/** Walks a JSON text that is known to be well-formed. */
class Walk {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the value at the segments begins; the innermost one that is there, if it isn't. */
  find(segments: readonly string[]): number {
    this.skipBlank();
    const start = this.at;
    const [wanted, ...rest] = segments;
    if (wanted === undefined) return start;
    const open = this.text[this.at];
    if (open !== "{" && open !== "[") return start;
    this.at += 1;
    for (let index = 0; ; index += 1) {
      this.skipBlank();
      const char = this.text[this.at];
      if (char === undefined || char === "}" || char === "]") return start;
      const place = this.at;
      const key = open === "{" ? this.key() : String(index);
      if (key === wanted) return rest.length === 0 && open === "{" ? place : this.find(rest);
      this.skipValue();
      this.skipBlank();
      if (this.text[this.at] === ",") this.at += 1;
    }
  }

  private skipBlank(): void {
    while (BLANK.test(this.text[this.at] ?? "")) this.at += 1;
  }

  /** A key and its colon. */
  private key(): string {
    const from = this.at;
    this.skipString();
    const key: unknown = JSON.parse(this.text.slice(from, this.at));
    this.skipBlank();
    this.at += 1;
    return String(key);
  }

  private skipString(): void {
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== '"') this.at += this.text[this.at] === "\\" ? 2 : 1;
    this.at += 1;
  }

  private skipValue(): void {
    this.skipBlank();
    let depth = 0;
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === '"') this.skipString();
      else {
        if (depth === 0 && (char === "," || char === "}" || char === "]")) return;
        if (char === "{" || char === "[") depth += 1;
        if (char === "}" || char === "]") depth -= 1;
        this.at += 1;
      }
      if (depth === 0 && this.text[this.at - 1] !== undefined && /["}\]]/u.test(this.text[this.at - 1] ?? "")) return;
    }
  }
}

/** The line, from 1. `pointer` is a JSON pointer; where it leads nowhere, the innermost value on its way counts. */
export function lineOf(text: string, pointer: string): number {
  const segments = pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  return text.slice(0, new Walk(text).find(segments)).split("\n").length;
}
