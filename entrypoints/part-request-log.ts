import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { endpointHistories } from "@/lib/egress/endpoint-histories";
import { overviewOf } from "@/lib/egress/overview";

/** Loaded by the worker when a page of the settings asks what the log of requests tells (scripts/worker-parts.ts). */
export default defineUnlistedScript(() => ({ endpointHistories, overviewOf }));
