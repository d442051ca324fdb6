import { type PageRoute, staff } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/reviews",
    page: () => import("./MyReviewsPage"),
    title: "review:mine.title",
    frame: "desk",
    roles: ["EXPERT"],
    nav: { order: 30, icon: "✎" },
  },
  {
    path: "/submissions/$submission/reviews/$review",
    page: () => import("./ReviewPage"),
    title: "review:one.title",
    frame: "desk",
    roles: ["EXPERT", ...staff],
    wide: true,
  },
  {
    path: "/submissions/$submission/reviews/$review/check",
    page: () => import("./CheckPage"),
    title: "review:check.title",
    frame: "desk",
    roles: ["EXPERT"],
  },
  {
    path: "/submissions/$submission/reviews/$review/decline",
    page: () => import("./DeclinePage"),
    title: "review:decline.title",
    frame: "desk",
    roles: ["EXPERT"],
  },
];
