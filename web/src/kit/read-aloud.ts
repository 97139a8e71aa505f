/** Longest piece that browsers speak without breaking off in the middle. */
const MOST = 120;

/** Elements whose text is not read: what one presses, what only shows, and what is said elsewhere. */
const SILENT = "button, nav, svg, canvas, select, textarea, [aria-hidden=true], [data-aloud=skip]";
const BLOCKS = "p, li, h1, h2, h3, h4, dt, dd, td, th, figcaption, blockquote, summary";

/** The words of a part of the page to be read: its texts in their order, each with a stop at its end. */
export function textOf(part: Element): string {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element)
      return node.matches(SILENT) || isHidden(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return NodeFilter.FILTER_ACCEPT;
  });
  let text = "";
  let block: Element | null = null;
  while (walker.nextNode()) {
    const words = (walker.currentNode.textContent ?? "").replace(/\s+/gu, " ");
    if (words.trim() === "") continue;
    const own = walker.currentNode.parentElement?.closest(BLOCKS) ?? walker.currentNode.parentElement;
    text += text !== "" && own !== block && !/[。！？；：，,.!?]\s*$/u.test(text) ? `。${words}` : words;
    block = own;
  }
  return text.trim();
}

/** Older browsers can't tell, and read what folds open too. */
const isHidden = (element: Element): boolean =>
  "checkVisibility" in element && typeof element.checkVisibility === "function" && !element.checkVisibility();

/** A text in pieces that end with a sentence where there is one. */
export function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const sentence of text.match(/[^。！？；\n]+[。！？；\n]*/gu) ?? []) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length <= MOST) pieces[pieces.length - 1] = last + sentence;
    else for (let at = 0; at < sentence.length; at += MOST) pieces.push(sentence.slice(at, at + MOST));
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** The device's voice for Chinese, its own before one of a network; null where there is none. */
export function chineseVoice(voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const chinese = voices.filter(({ lang }) => /^(?:zh|cmn)\b/iu.test(lang.replace("_", "-")));
  return chinese.find((voice) => voice.localService) ?? chinese[0] ?? null;
}
