import type { RouteObject } from "react-router";
import { page } from "../../frame/page.ts";
import { staffPortal } from "../../frame/staff-portal.ts";

const children: RouteObject[] = [
  { index: true, lazy: page(() => import("./HomePage.tsx")) },
  { path: "calendar", lazy: page(() => import("./CalendarPage.tsx")) },
  { path: "classes", lazy: page(() => import("./ClassesPage.tsx")) },
  { path: "classes/new", lazy: page(() => import("./ClassNewPage.tsx")) },
  { path: "classes/:id/print/:sheet", lazy: page(() => import("./class/PrintPage.tsx")) },
  { path: "classes/:id/claim", lazy: page(() => import("./class/ClassClaimPage.tsx")) },
  { path: "classes/:id/:tab?", lazy: page(() => import("./class/ClassPage.tsx")) },
  { path: "sessions/:classId/:id/make-up", lazy: page(() => import("../../features/classes/MakeUpPage.tsx")) },
  { path: "sessions/:classId/:id/roll-call", lazy: page(() => import("./RollCallPage.tsx")) },
  { path: "courses", lazy: page(() => import("./CoursesPage.tsx")) },
  { path: "courses/:id", lazy: page(() => import("./course/CoursePage.tsx")) },
  { path: "exams", lazy: page(() => import("./ExamsPage.tsx")) },
  { path: "exams/:id", lazy: page(() => import("./ExamPage.tsx")) },
  { path: "certificates", lazy: page(() => import("./CertificatesPage.tsx")) },
  { path: "claims", lazy: page(() => import("./ClaimsPage.tsx")) },
  { path: "claims/:id", lazy: page(() => import("./ClaimPage.tsx")) },
  { path: "admissions", lazy: page(() => import("./AdmissionsPage.tsx")) },
  { path: "teachers", lazy: page(() => import("./TeachersPage.tsx")) },
  { path: "demand", lazy: page(() => import("../../features/classes/DemandPage.tsx")) },
  { path: "feedback", lazy: page(() => import("./FeedbackPage.tsx")) },
  { path: "review-classes", lazy: page(() => import("../../features/postings/ReviewClassesPage.tsx")) },
  { path: "rooms", lazy: page(() => import("./RoomsPage.tsx")) },
  { path: "workload", lazy: page(() => import("./WorkloadPage.tsx")) },
  { path: "returns", lazy: page(() => import("../../features/returns/DutiesPage.tsx")) },
  { path: "returns/:id", lazy: page(() => import("../../features/returns/ReturnPage.tsx")) },
  { path: "pilots", lazy: page(() => import("../../features/pilots/PilotsPage.tsx")) },
  { path: "pilots/:id", lazy: page(() => import("../../features/pilots/PilotPage.tsx")) },
  { path: "messages", lazy: page(() => import("../../features/account/MessagesPage.tsx")) },
  { path: "help", lazy: page(() => import("../../features/help/HelpPage.tsx")) },
  { path: "settings", lazy: page(() => import("./SettingsPage.tsx")) },
];

/** Pages of training institutions, under /institution. The sign-in screen fills the projector, so it stands without the frame. */
export const routes: RouteObject = {
  children: [
    { path: "institution/sessions/:classId/:id/screen", lazy: page(() => import("./SignInScreenPage.tsx")) },
    staffPortal(
      "institution",
      {
        title: "培训机构",
        roles: ["institution"],
        nav: () => import("./nav.ts"),
        help: () => import("./help.ts"),
        office: "bureau",
      },
      children,
    ),
  ],
};
