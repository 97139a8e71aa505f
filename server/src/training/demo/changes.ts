import { addDays } from "@jinengtong/standards";
import { addHistory, at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { json } from "../../kernel/database.ts";
import { addDemoPerson } from "../../people/index.ts";
import { classChangeStates } from "../class-change-states.ts";
import type { TrainedClass } from "./class-types.ts";

const JOINERS = [
  "企业新招了人，一起学",
  "本村村民临时要求参加",
  "原名单漏报一人",
  "同批失业登记人员，愿意补课",
] as const;
const EXTRA = [
  "加一节复习课，考核前练一遍",
  "停电停课一次，补上",
  "实操课时不够，加一节",
  "请企业师傅来讲一课",
] as const;

/** Days that changes of running classes have waited. */
const CHANGES = [0, 1, 1, 2, 3, 4, 6, 9, 12] as const;

/** Requested changes of running classes, the earliest classes waiting longest: a late learner, or an added session. */
export function addChanges(county: DemoCounty): void {
  const byStart = county.running.toSorted((a, b) => b.startsOn.localeCompare(a.startsOn));
  for (const [index, ago] of CHANGES.entries()) {
    const begun = byStart.filter(({ startsOn }) => startsOn < addDays(county.today, -ago));
    const made = begun[index % begun.length];
    if (!made) continue;
    const joiner = index % 2 === 0;
    const id = rowId(county);
    const submittedOn = addDays(county.today, -ago);
    county.sink.add("class_change", {
      id,
      class_id: made.id,
      kind: joiner ? "joiner" : "timetable",
      content: json(joiner ? joinerOf(county) : extraSession(made, index)),
      reason: joiner
        ? (JOINERS[(index / 2) % JOINERS.length] ?? JOINERS[0])
        : (EXTRA[((index - 1) / 2) % EXTRA.length] ?? EXTRA[0]),
      state: "submitted",
      submitted_by: made.organisation.accountId,
      submitted_at: at(submittedOn, "00:10:00"),
      decided_by: null,
      decided_at: null,
      decision_reason: null,
    });
    addHistory(county, classChangeStates, id, [
      { to: "submitted", at: at(submittedOn, "00:10:00"), by: made.organisation.accountId },
    ]);
  }
}

function joinerOf(county: DemoCounty): Record<string, unknown> {
  const person = addDemoPerson(county, { profile: "unemployed", by: county.today });
  return { kind: "joiner", personId: person.id, groupCode: "registered-unemployed" };
}

const extraSession = (made: TrainedClass, index: number): Record<string, unknown> => ({
  kind: "timetable",
  cancel: [],
  sessions: [
    {
      date: addDays(made.endsOn, 3 + index),
      from: "18:30",
      to: "20:00",
      hours: 2,
      topic: "复习与答疑",
      qualityModule: false,
      practice: true,
      teacherId: made.lane.teacherId,
      roomId: made.lane.roomId,
    },
  ],
});
