import { describe, expect, it } from "vitest";
import { rendered, renderedAnswer } from "./rendered.ts";

const timetable = { name: '育婴员 "春" 班', sessions: [{ hours: 1.5, cancelled: null }] };

describe("an answer with rendered parts", () => {
  it.each([
    ["first of several", { class: rendered({ ...timetable }), mark: "present", hours: { counted: 2 } }],
    ["last of several", { mark: "缺勤", nothing: null, class: rendered({ ...timetable }) }],
    ["two of them", { one: rendered({ ...timetable }), between: [1, 2], 'o"ther': rendered([1, 2]) }],
    ["nothing else", { class: rendered({ ...timetable }) }],
    ["what JSON leaves out", { class: rendered({ ...timetable }), left: undefined }],
  ])("is the JSON of the whole: %s", (_name, answer) => {
    expect(JSON.parse(String(renderedAnswer(answer)))).toEqual(JSON.parse(JSON.stringify(answer)));
  });

  it.each([[null], ["text"], [{ class: timetable }], [[1]]])(
    "is left to the framework where there are none: %j",
    (answer) => {
      expect(renderedAnswer(answer)).toBeNull();
    },
  );
});
