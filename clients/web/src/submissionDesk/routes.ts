import { type PageRoute, staff } from "@/app/route";

const common = { frame: "desk", roles: staff, texts: ["callDesk", "discipline"] } as const;

export const routes: readonly PageRoute[] = [
  { ...common, path: "/desk/calls/$call/submissions", page: () => import("./SubmissionsPage"), title: "submissionDesk:list", wide: true },
  { ...common, path: "/desk/submissions/$submission", page: () => import("./SubmissionPage"), title: "submissionDesk:title" },
];
