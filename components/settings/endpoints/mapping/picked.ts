import type { SourcePath } from "@/lib/mapping/assignment";

/** What was clicked first and waits for its other half; with both, the field has a value already, and how is asked. */
export type Picked = { path: SourcePath; field?: undefined } | { field: string; path?: SourcePath };
