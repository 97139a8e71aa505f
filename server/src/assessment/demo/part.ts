import type { DemoPart } from "../../kernel/demo/county.ts";
import { addAttendanceRules } from "./attendance-rules.ts";
import { addDeclarations } from "./declarations.ts";
import { addFeedback } from "./feedback.ts";
import { addPilots } from "./pilots.ts";
import { addPostings } from "./postings.ts";
import { addEvaluations } from "./evaluations.ts";
import { finish } from "./finish.ts";

export const assessmentDemo: DemoPart = {
  begin(county) {
    county.serials = new Map();
    county.onClassCompleted.push((made) => finish(county, made));
  },
  async morningAfter(services) {
    await addAttendanceRules(services);
    await addFeedback(services);
    await addPostings(services);
    await addPilots(services);
    await addEvaluations(services);
  },
  end(county) {
    addDeclarations(county);
    for (const counter of county.serials.values()) county.sink.add("certificate_counter", counter);
  },
};
