import type { ComponentType } from "react";
import type { Role } from "@/gen/redpeak/options/v1/options_pb";

export type RoleName = Exclude<keyof typeof Role, "ROLE_UNSPECIFIED">;

export const staff: readonly RoleName[] = ["PROGRAMME_OFFICER", "APPROVER", "AUDITOR"];

/** One page. A folder exports its pages as `routes` from src/<noun>/routes.ts; no other list names them. */
export interface PageRoute {
  /** Its address; parts that vary begin with $: "/calls/$call". The page of a resource is at "/" and its name. */
  path: string;
  page: () => Promise<{ default: ComponentType }>;
  /** Key of its title, e.g. "call:list.title". A page that knows better (a resource's name) sets its own. */
  title: string;
  /** "desk": signed in, in the shell. "public": for everybody. "narrow": a small form without an account. */
  frame: "desk" | "public" | "narrow";
  /** Who finds it of use; others are told that they have no right. All, where not given. */
  roles?: readonly RoleName[];
  /** Loads antd around the page. */
  antd?: boolean;
  /** Catalogues that it needs beside its folder's, "ui" and "errors"; most signed-in pages want "terms". */
  texts?: readonly string[];
  /** Uses the window's whole width. */
  wide?: boolean;
  /** A line in the shell's navigation, by order. `roles`: who sees it, where fewer than may open the page. */
  nav?: { order: number; icon: string; label?: string; roles?: readonly RoleName[] };
}

/**
 * A part of the home page below what is to be done, which src/home puts together. A folder exports it as `section`
 * from src/<noun>/home.tsx.
 */
export interface HomeSection {
  roles?: readonly RoleName[];
  order: number;
  /** Draws nothing where it has nothing to show. */
  Section: ComponentType;
  /** Catalogues beside "ui", "home" and "terms". */
  texts?: readonly string[];
}
