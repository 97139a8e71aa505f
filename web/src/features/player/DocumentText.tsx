import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { Notice } from "../../kit/Notice.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { QueryView } from "../../kit/QueryView.tsx";

const MISSING = {
  none: "这份文件里没有文字，多半是扫描件。请看“原样”。",
  unreadable: "这份文件的文字读不出来。请看“原样”。",
  waiting: "文字正在取出来，一般不到一分钟。过一会儿再看，或者先看“原样”。",
} as const;

/** The text of a document as paragraphs that fit the screen, at the size that the person reads at. */
export function DocumentText({ lessonId, title }: { lessonId: string; title: string }): ReactElement {
  const query = useApi(api.lessons.text, { params: { id: lessonId } });
  return (
    <QueryView query={query} lines={10}>
      {({ state, pages }) =>
        state === "read" ? (
          <div className="grid gap-3">
            <div>
              <ReadAloud part="#lesson-text" label="读给我听" />
            </div>
            <article
              id="lesson-text"
              aria-label={title}
              className="grid max-w-(--measure) gap-3 rounded-lg border border-line bg-sheet p-4 text-lg sm:p-6"
            >
              {pages.flatMap((page, number) =>
                // A document's paragraphs never change their order.
                page.map((paragraph, place) => (
                  <p key={`${number}-${place}`} className={isHeading(paragraph) ? "mt-2 font-semibold" : ""}>
                    {paragraph}
                  </p>
                )),
              )}
            </article>
          </div>
        ) : (
          <Notice>{MISSING[state]}</Notice>
        )
      }
    </QueryView>
  );
}

/** Short lines that end without a stop are headings in the files of schools. */
const isHeading = (text: string): boolean =>
  text.length <= 24 && !/[。；;，,！？.!?…]$/u.test(text) && !/^\d+[.、]/u.test(text);
