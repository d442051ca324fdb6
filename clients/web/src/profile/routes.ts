import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/profile", page: () => import("./ProfilePage"), title: "profile:title", frame: "desk", texts: ["discipline", "submission"] },
];
