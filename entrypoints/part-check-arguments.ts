import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { checkArguments } from "@/lib/functions/check-arguments";

/** Loaded by the worker when a function is called (scripts/worker-parts.ts). */
export default defineUnlistedScript(() => ({ checkArguments }));
