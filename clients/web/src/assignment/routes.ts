import type { PageRoute } from "@/app/route";

const common = { frame: "desk", roles: ["PROGRAMME_OFFICER"], texts: ["callDesk"] } as const;
const one = "/desk/calls/$call/assignment";

export const routes: readonly PageRoute[] = [
  { ...common, path: one, page: () => import("./AssignmentPage"), title: "assignment:title", wide: true },
  { ...common, path: `${one}/confirm`, page: () => import("./ConfirmAssignmentPage"), title: "assignment:confirm.title" },
  { ...common, path: `${one}/add`, page: () => import("./AddReviewPage"), title: "assignment:add.title" },
  {
    ...common,
    path: "/desk/submissions/$submission/reviews/$review/cancel",
    page: () => import("./CancelReviewPage"),
    title: "assignment:cancel.title",
  },
  {
    ...common,
    roles: ["PROGRAMME_OFFICER", "AUDITOR"],
    path: "/desk/calls/$call/conflicts",
    page: () => import("./ConflictsPage"),
    title: "assignment:conflicts.title",
    wide: true,
  },
];
