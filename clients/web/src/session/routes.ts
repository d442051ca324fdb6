import type { PageRoute } from "@/app/route";

export const routes: readonly PageRoute[] = [
  { path: "/sign-in", page: () => import("./SignInPage"), title: "session:signIn.title", frame: "narrow" },
  { path: "/activate", page: () => import("./ActivatePage"), title: "session:activate.title", frame: "narrow" },
  { path: "/recover", page: () => import("./RecoverPage"), title: "session:recover.title", frame: "narrow" },
  { path: "/register", page: () => import("./RegisterPage"), title: "session:register.title", frame: "narrow" },
];
