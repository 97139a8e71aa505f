/* These functions run in the page: they are sent as text and can't use anything outside themselves. */

/** Navigates within the app, and marks the current content. */
export function goTo(address: string): void {
  document.querySelector("h1")?.setAttribute("data-left", "");
  history.pushState({ idx: history.length, key: address }, "", address);
  dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
}

/** True once the marked page has been replaced. */
export function arrived(): boolean {
  return document.querySelector("h1:not([data-left])") !== null;
}

/**
 * Flaws a reader would notice: a missing heading, an empty placeholder, an untranslated code inside words (code type is intended),
 * a touch target that is too small.
 */
export function flawsOf({ touched }: { touched: boolean }): string[] {
  const flaws: string[] = [];
  const visible = { visibilityProperty: true, opacityProperty: true };

  const headings = [...document.querySelectorAll("h1")].filter((one) => one.checkVisibility(visible));
  if (headings.length !== 1) flaws.push(`${headings.length} first headings`);
  if (!/\S · 技能通$|^技能通/u.test(document.title)) flaws.push(`title "${document.title}"`);

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode() !== null) {
    const { data, parentElement } = texts.currentNode as Text;
    const odd = [
      // A published reading says in brackets how its cases write "none", and stays as it was signed.
      ...data.matchAll(/\bundefined\b|\bNaN\b|\[object|(?<!（)\bnull\b|Invalid Date/gu),
      ...data.matchAll(/(?<![\w@./-])[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+(?![\w@./])/gu),
    ];
    if (odd.length === 0 || parentElement?.checkVisibility(visible) !== true) continue;
    if (parentElement.closest("code, kbd, .font-mono") === null)
      flaws.push(...odd.map(([word]) => `"${word}" on the page`));
  }

  if (!touched) return flaws;
  for (const control of document.querySelectorAll(
    "a[href], button, select, summary, input:not([type=hidden]), [role=tab]",
  )) {
    if (!control.checkVisibility(visible)) continue;
    // A link within a sentence is as high as its line; a link that covers its row is as large as the row.
    if (control.tagName === "A" && getComputedStyle(control).display === "inline") {
      if (getComputedStyle(control, "::after").position !== "absolute") continue;
    }
    const covers =
      getComputedStyle(control, "::after").position === "absolute" ? (control as HTMLElement).offsetParent : null;
    const labelled = control.matches("[type=checkbox], [type=radio], [type=file]") ? control.closest("label") : null;
    const { width, height } = (covers ?? labelled ?? control).getBoundingClientRect();
    if (width > 1 && (height < 43.5 || width < 43.5)) {
      const name = (control.getAttribute("aria-label") ?? control.textContent ?? "").trim().slice(0, 30);
      flaws.push(
        `${Math.round(width)} × ${Math.round(height)} px to touch: <${control.tagName.toLowerCase()}> ${name}`,
      );
    }
  }
  return flaws;
}

/** The element that overflows furthest to the right and makes the page scroll sideways; null if none does. */
export function widestExcess(): string | null {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return null;
  const widest = [...document.body.querySelectorAll("*")].toSorted(
    (a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right,
  )[0];
  return `${document.documentElement.scrollWidth - width} px by ${widest?.outerHTML.slice(0, 90)}`;
}
