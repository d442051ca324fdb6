import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  {
    path: "/desk/calls/$call/formality",
    page: () => import("./FormalityPage"),
    title: "formality:title",
    frame: "desk",
    roles: ["PROGRAMME_OFFICER"],
    texts: ["callDesk", "submissionDesk", "discipline"],
    wide: true,
  },
];
