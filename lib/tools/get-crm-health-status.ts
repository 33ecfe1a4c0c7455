import { z } from "@/lib/core/schema";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { percentile } from "@/lib/crm/health";
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
};

const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());

export const getCrmHealthStatus: Tool<ToolContext, typeof input> = {
	name: "get_crm_health_status",
	description:
		"The health of each CRM endpoint: active or disabled, consecutive errors, last success, last error, latency.",
	kind: "query",
	hints: { destructive: false, idempotent: true, openWorld: false },
	callers: ["extension-page"],
	input,
	async run({ settings, crmHealth }) {
		const read = await settings.read();
		if (!read.ok) return settingsFailureResult(read.failure);
		const endpoints = await Promise.all(
			read.value.crm_endpoints.map(async (endpoint): Promise<EndpointHealthStatus> => {
				const health = await crmHealth.of(endpoint);
				const { lastError, disabledUntil } = health;
				return {
					type: endpoint.type,
					url: endpoint.url,
					status: disabledUntil === undefined ? "active" : "disabled",
					consecutive_errors: health.consecutiveErrors,
					last_success: iso(health.lastSuccessAt),
					last_error: lastError ? { ...lastError, at: new Date(lastError.at).toISOString() } : null,
					p50_ms: percentile(health.latencies, 0.5),
					p95_ms: percentile(health.latencies, 0.95),
					retry_at: iso(disabledUntil),
				};
			}),
		);
		const lines = endpoints.map(
			({ type, status, consecutive_errors, last_error }) =>
				`${type}: ${status}, ${consecutive_errors} errors in a row${last_error ? `; last error: ${last_error.message}` : ""}`,
		);
		return { text: lines.join("\n") || "No CRM endpoint is set.", data: { endpoints } };
	},
};
