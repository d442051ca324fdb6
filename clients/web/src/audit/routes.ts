import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/audit/submissions",
    page: () => import("./SubmissionsPage"),
    title: "audit:submissions.title",
    frame: "desk",
    roles: ["AUDITOR"],
    wide: true,
    nav: { order: 70, icon: "▤" },
  },
  {
    path: "/audit/reviews",
    page: () => import("./ReviewsPage"),
    title: "audit:reviews.title",
    frame: "desk",
    roles: ["AUDITOR"],
    wide: true,
    nav: { order: 71, icon: "✎" },
  },
  {
    path: "/events",
    page: () => import("./EventsPage"),
    title: "audit:events.title",
    frame: "desk",
    roles: ["AUDITOR"],
    wide: true,
    nav: { order: 72, icon: "◷" },
  },
];
