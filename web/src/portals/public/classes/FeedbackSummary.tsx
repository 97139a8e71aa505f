import { useState, type ReactElement } from "react";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { StarFigures } from "../../../features/feedback/StarFigures.tsx";

/** Words before the reader asks for more. */
const FIRST = 4;

type Shown = Output<Api["classFeedback"]["ofSchool"]>;

/** Learners' words with their number; stars on average where there are enough, so that nobody's are told from them. */
export function FeedbackSummary({ shown, school = false }: { shown: Shown; school?: boolean }): ReactElement {
  const [all, setAll] = useState(false);
  return (
    <section>
      <h2 className="mb-3 text-xl font-semibold">学员评价</h2>
      <p className="text-ink-2">
        {`学完的 ${shown.finished} 人里，${shown.count} 人的评价已公开。`}
        {shown.means === null &&
          shown.count > 0 &&
          (shown.least === null ? "本地没有规定公开平均分，只公开文字。" : `满 ${shown.least} 条才公开平均分。`)}
      </p>
      {shown.means !== null && (
        <div className="mt-3 border-y border-line py-4">
          <StarFigures stars={shown.means} />
        </div>
      )}
      {shown.words.length > 0 && (
        <ul className="mt-2 divide-y divide-line">
          {(all ? shown.words : shown.words.slice(0, FIRST)).map((one) => (
            <li key={one.id} className="py-3">
              <p className="max-w-(--measure) whitespace-pre-line">{one.text}</p>
              <p className="mt-1 text-sm text-ink-3">
                {school ? `${one.className}，` : ""}
                <span className="num">{one.endsOn.slice(0, 7)}</span> 学完
              </p>
              {one.reply !== null && (
                <p className="mt-2 max-w-(--measure) border-l-2 border-line-strong pl-3 text-ink-2">
                  机构答复：{one.reply}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {!all && shown.words.length > FIRST && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {`再看 ${shown.words.length - FIRST} 条`}
        </Button>
      )}
    </section>
  );
}
