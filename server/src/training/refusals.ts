import type { Refusals } from "../kernel/refusals.ts";

/** Explanations of this module's database constraints. */
export const refusals: Refusals = {
  JN003: { code: "class-full", detail: "名额已满，请选择其他班或等下一期。" },
  seat_taken_once: { code: "class-full", detail: "该名额刚被其他人占用，请再试一次；如名额已满，请选择其他班。" },
  enrolment_once: { code: "already-enrolled", detail: "该学员已在本班名单中，无需重复报名。" },
  leave_request_once: { code: "leave-asked-already", detail: "这节课您已经请过假，请等机构答复。" },
  class_wish_once: { code: "wish-made-already", detail: "您刚刚已经登记过，不需要再登记。" },
  class_wish_over: { code: "wish-over", detail: "这一条已经不在等了，不需要再操作。" },
  papers_until_submission: {
    code: "class-not-editable",
    detail: "开班申请已经提交，附件不能再增减。需要修改的，请先取回修改。",
  },
  teacher_in_one_place: { code: "timetable-clash", detail: "该教师此时已有其他课，请更换教师或时间。" },
  room_holds_one_session: { code: "timetable-clash", detail: "该教室此时已有其他课，请更换教室或时间。" },
  learner_in_one_place: {
    code: "learner-in-two-places",
    detail: "该学员同一时间在另一个班已记为到课，一个人不能同时在两处。请先核实并更正另一处的出勤。",
  },
};
