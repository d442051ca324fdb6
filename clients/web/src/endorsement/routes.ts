import type { PageRoute } from "@/app/route";

const common = { frame: "desk", roles: ["UNIT_OFFICER"], texts: ["discipline", "submission"] } as const;

export const routes: readonly PageRoute[] = [
  { ...common, path: "/endorsements", page: () => import("./EndorsementsPage"), title: "endorsement:title", nav: { order: 11, icon: "✓" } },
  { ...common, path: "/endorsements/decide", page: () => import("./DecidePage"), title: "endorsement:title" },
  {
    ...common,
    path: "/unit-submissions",
    page: () => import("./UnitSubmissionsPage"),
    title: "endorsement:allTitle",
    nav: { order: 12, icon: "▦" },
  },
];
