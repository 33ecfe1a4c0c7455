import { percentile } from "@/lib/core/percentile";
import { z } from "@/lib/core/schema";
import type { ValueKind } from "@/lib/crm/drift";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { maskUrl } from "@/lib/crm/secret-url";
import type { ToolContext } from "./context";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool } from "./tool";

const input = z.strictObject({});

/** The health of one endpoint. Times are ISO 8601, latencies of the last 100 successful calls in ms. */
export type EndpointHealthStatus = {
	type: EndpointType;
	url: string;
	status: "active" | "disabled";
	consecutive_errors: number;
	last_success: string | null;
	last_error: { at: string; reason: string; message: string } | null;
	p50_ms: number | null;
	p95_ms: number | null;
	/** When a disabled endpoint is tried again by itself. */
	retry_at: string | null;
	/** What was in every answer and is gone, or is of another kind, in the latest. */
	drift: EndpointDrift[];
};

/** A field of the answers that has changed. Times are ISO 8601. */
export type EndpointDrift = {
	path: string;
	change: "missing" | "kind";
	was: ValueKind[];
	now: ValueKind[];
	last_good: string;
	since: string;
};

const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());

function driftSentence({ path, change, was, now, since }: EndpointDrift): string {
	if (change === "missing") return `"${path}" was in every answer and is missing since ${since}`;
	return `"${path}" was always ${was.join(" or ")} and is ${now.join(" or ")} since ${since}`;
}

export const getCrmHealthStatus: Tool<ToolContext, typeof input> = {
	name: "get_crm_health_status",
	description:
		"The health of each CRM endpoint: active or disabled, consecutive errors, last success, last error, latency, and fields that are gone from its answers or are of another kind.",
	kind: "query",
	hints: { destructive: false, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	async run({ settings, crmHealth, crmDrift }) {
		const read = await settings.read();
		if (!read.ok) return settingsFailureResult(read.failure);
		const endpoints = await Promise.all(
			read.value.crm_endpoints.map(async (endpoint): Promise<EndpointHealthStatus> => {
				const [health, drift] = await Promise.all([crmHealth.of(endpoint), crmDrift.of(endpoint)]);
				const { lastError, disabledUntil } = health;
				return {
					type: endpoint.type,
					url: maskUrl(endpoint.url),
					status: disabledUntil === undefined ? "active" : "disabled",
					consecutive_errors: health.consecutiveErrors,
					last_success: iso(health.lastSuccessAt),
					last_error: lastError ? { ...lastError, at: new Date(lastError.at).toISOString() } : null,
					p50_ms: percentile(health.latencies, 0.5),
					p95_ms: percentile(health.latencies, 0.95),
					retry_at: iso(disabledUntil),
					drift: drift.map(({ lastGoodAt, since, ...change }) => ({
						...change,
						last_good: new Date(lastGoodAt).toISOString(),
						since: new Date(since).toISOString(),
					})),
				};
			}),
		);
		const lines = endpoints.map(({ type, status, consecutive_errors, last_error, drift }) =>
			[
				`${type}: ${status}, ${consecutive_errors} errors in a row`,
				...(last_error ? [`last error: ${last_error.message}`] : []),
				...drift.map(driftSentence),
			].join("; "),
		);
		return { text: lines.join("\n") || "No CRM endpoint is set.", data: { endpoints } };
	},
};
