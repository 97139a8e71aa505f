import { Navigate, useLocation, useParams, type RouteObject } from "react-router";
import { NotFound } from "../../frame/NotFound.tsx";
import { page } from "../../frame/page.ts";
import { PublicShell } from "../../frame/PublicShell.tsx";
import HomePage from "./HomePage.tsx";

/** A session's QR code leads to the learner's own page, which asks to sign in if necessary. */
function ToSessionSignIn() {
  const { sessionId = "" } = useParams();
  const { search } = useLocation();
  return <Navigate to={`/my/sign-in/${sessionId}${search}`} replace />;
}

/** Pages open to everybody. The home page is in the first load; the others load when visited. */
export const routes: RouteObject = {
  Component: PublicShell,
  children: [
    { index: true, Component: HomePage },
    { path: "benefits", lazy: page(() => import("./BenefitsPage.tsx")) },
    { path: "classes", lazy: page(() => import("./ClassSearchPage.tsx")) },
    { path: "classes/:id", lazy: page(() => import("./ClassPage.tsx")) },
    { path: "certificates", lazy: page(() => import("./CertificatePage.tsx")) },
    // Printed in the QR code of every certificate.
    { path: "verify", lazy: page(() => import("./CertificatePage.tsx")) },
    { path: "gate", lazy: page(() => import("./GatePage.tsx")) },
    { path: "publicity", lazy: page(() => import("./PublicityPage.tsx")) },
    { path: "evaluation-publicity", lazy: page(() => import("./EvaluationPublicityPage.tsx")) },
    { path: "fund", lazy: page(() => import("./FundPage.tsx")) },
    { path: "lists", lazy: page(() => import("./ListsPage.tsx")) },
    { path: "institutions/:id", lazy: page(() => import("./InstitutionPage.tsx")) },
    { path: "policy", lazy: page(() => import("./PolicyPage.tsx")) },
    { path: "privacy", lazy: page(() => import("./PrivacyPage.tsx")) },
    { path: "help", lazy: page(() => import("./HelpPage.tsx")) },
    { path: "contact", lazy: page(() => import("./ContactPage.tsx")) },
    { path: "register", lazy: page(() => import("./RegisterPage.tsx")) },
    { path: "sign-in", lazy: page(() => import("./SignInPage.tsx")) },
    // Shown on the teacher's screen.
    { path: "sign-in/:sessionId", Component: ToSessionSignIn },
    { path: "password", lazy: page(() => import("./PasswordPage.tsx")) },
    { path: "trial/outbox", lazy: page(() => import("./OutboxPage.tsx")) },
    { path: "*", Component: NotFound },
  ],
};
