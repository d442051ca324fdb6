import type { PageRoute } from "@/app/route";

const common = { frame: "desk", roles: ["PROGRAMME_OFFICER", "AUDITOR"], texts: ["discipline"] } as const;

export const routes: readonly PageRoute[] = [
  { ...common, path: "/desk/experts", page: () => import("./ExpertsPage"), title: "expert:list", wide: true, nav: { order: 50, icon: "◉" } },
  { ...common, path: "/desk/experts/new", page: () => import("./NewExpertPage"), title: "expert:add.title", roles: ["PROGRAMME_OFFICER"] },
  { ...common, path: "/desk/experts/import", page: () => import("./ImportExpertsPage"), title: "expert:import.title", roles: ["PROGRAMME_OFFICER"] },
  { ...common, path: "/desk/experts/$expert", page: () => import("./ExpertPage"), title: "expert:title" },
];
