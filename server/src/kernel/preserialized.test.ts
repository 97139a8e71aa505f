import { describe, expect, it } from "vitest";
import { preserialize, joinPreserialized } from "./preserialized.ts";

const timetable = { name: '育婴员 "春" 班', sessions: [{ hours: 1.5, cancelled: null }] };

describe("an answer with preserialized parts", () => {
  it.each([
    ["first of several", { class: preserialize({ ...timetable }), mark: "present", hours: { counted: 2 } }],
    ["last of several", { mark: "缺勤", nothing: null, class: preserialize({ ...timetable }) }],
    ["two of them", { one: preserialize({ ...timetable }), between: [1, 2], 'o"ther': preserialize([1, 2]) }],
    ["nothing else", { class: preserialize({ ...timetable }) }],
    ["what JSON leaves out", { class: preserialize({ ...timetable }), left: undefined }],
  ])("is the JSON of the whole: %s", (_name, answer) => {
    expect(JSON.parse(String(joinPreserialized(answer)))).toEqual(JSON.parse(JSON.stringify(answer)));
  });

  it.each([[null], ["text"], [{ class: timetable }], [[1]]])(
    "is left to the framework where there are none: %j",
    (answer) => {
      expect(joinPreserialized(answer)).toBeNull();
    },
  );
});
