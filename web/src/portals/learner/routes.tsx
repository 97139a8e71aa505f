import type { RouteObject } from "react-router";
import { NotFound } from "../../frame/NotFound.tsx";
import { page } from "../../frame/page.ts";

/** A learner's own pages, under /my. */
export const routes: RouteObject = {
  path: "my",
  lazy: async () => ({ Component: (await import("../../frame/LearnerShell.tsx")).LearnerShell }),
  children: [
    { index: true, lazy: page(() => import("./HomePage.tsx")) },
    { path: "sign-in/:sessionId?", lazy: page(() => import("./SignInPage.tsx")) },
    { path: "classes", lazy: page(() => import("./ClassesPage.tsx")) },
    { path: "classes/:id", lazy: page(() => import("./ClassPage.tsx")) },
    { path: "classes/:id/lessons/:lessonId", lazy: page(() => import("./LessonPage.tsx")) },
    { path: "wishes", lazy: page(() => import("./WishesPage.tsx")) },
    { path: "claims", lazy: page(() => import("./ClaimsPage.tsx")) },
    { path: "claims/:id", lazy: page(() => import("./ClaimPage.tsx")) },
    { path: "claims/:id/days", lazy: page(() => import("./ClaimDaysPage.tsx")) },
    { path: "entitlements", lazy: page(() => import("./EntitlementsPage.tsx")) },
    { path: "me", lazy: page(() => import("./MePage.tsx")) },
    { path: "file", lazy: page(() => import("./FilePage.tsx")) },
    { path: "certificates/:id", lazy: page(() => import("./CertificatePage.tsx")) },
    { path: "declared", lazy: page(() => import("./DeclaredPage.tsx")) },
    { path: "declared/new", lazy: page(() => import("./DeclareCertificatePage.tsx")) },
    { path: "postings", lazy: page(() => import("./PostingsPage.tsx")) },
    { path: "evaluations", lazy: page(() => import("./EvaluationsPage.tsx")) },
    { path: "duties", lazy: page(() => import("./DutiesPage.tsx")) },
    { path: "duties/:id/:subject", lazy: page(() => import("./ScoreSheetPage.tsx")) },
    { path: "degree", lazy: page(() => import("./DegreeAwardPage.tsx")) },
    { path: "record", lazy: page(() => import("./RecordPage.tsx")) },
    { path: "in-place", lazy: page(() => import("./InPlacePage.tsx")) },
    { path: "helpers", lazy: page(() => import("./HelpersPage.tsx")) },
    { path: "helping/:id", lazy: page(() => import("./HelpingPage.tsx")) },
    { path: "groups", lazy: page(() => import("./GroupsPage.tsx")) },
    { path: "contact", lazy: page(() => import("./ContactPage.tsx")) },
    { path: "consents", lazy: page(() => import("./ConsentsPage.tsx")) },
    { path: "looked", lazy: page(() => import("./LookedPage.tsx")) },
    { path: "messages", lazy: page(() => import("./MessagesPage.tsx")) },
    { path: "help", lazy: page(() => import("./HelpPage.tsx")) },
    { path: "security", lazy: page(() => import("./SecurityPage.tsx")) },
    { path: "payee", lazy: page(() => import("./PayeePage.tsx")) },
    { path: "*", Component: NotFound },
  ],
};
