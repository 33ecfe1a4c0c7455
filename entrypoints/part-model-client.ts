import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { createServerModel } from "@/lib/assistant/openai-compatible/model";

/** Loaded by the worker when it asks a model (scripts/worker-parts.ts). */
export default defineUnlistedScript(() => ({ createServerModel }));
