import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { jsonFailureSentence, parseJson } from "@/lib/core/json";

/** Loaded by the worker when it reads a text that should be JSON (scripts/worker-parts.ts). */
export default defineUnlistedScript(() => ({ jsonFailureSentence, parseJson }));
