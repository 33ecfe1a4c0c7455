import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { continueRun } from "@/lib/followup/run";

/** Loaded by the worker when it looks for follow-ups (scripts/worker-parts.ts). */
export default defineUnlistedScript(() => ({ continueRun }));
