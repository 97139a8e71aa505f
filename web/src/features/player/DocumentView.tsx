import { useState, type ReactElement } from "react";
import { Tabs } from "../../kit/Tabs.tsx";
import { DocumentText } from "./DocumentText.tsx";
import { PdfPages } from "./PdfPages.tsx";

interface DocumentViewProps {
  lessonId: string;
  title: string;
}

/** A document as text that fits the screen, or as its pages were printed. Narrow screens begin with the text. */
export function DocumentView({ lessonId, title }: DocumentViewProps): ReactElement {
  const [view, setView] = useState(() => (matchMedia("(max-width: 767px)").matches ? "text" : "pages"));
  return (
    <Tabs
      label="怎么看这份读物"
      tabs={[
        { key: "text", title: "文字" },
        { key: "pages", title: "原样" },
      ]}
      current={view}
      onChange={setView}
    >
      {view === "text" ? (
        <DocumentText lessonId={lessonId} title={title} />
      ) : (
        <PdfPages src={`/api/v1/lessons/${lessonId}/content`} title={title} />
      )}
    </Tabs>
  );
}
