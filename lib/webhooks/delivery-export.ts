import { masked } from "@/lib/crm/auth-field";
import type { Attempt, Delivery } from "./delivery";

/** A delivery as a file tells it: moments in ISO 8601, the body as the JSON it is, and nothing secret. */
export function exportedDelivery(delivery: Delivery): Record<string, unknown> {
	const { id, event, status, storedAt, settledAt, dueAt, body, attempts } = delivery;
	return {
		id,
		event,
		status,
		stored_at: isoTime(storedAt),
		...(settledAt !== undefined && { settled_at: isoTime(settledAt) }),
		...(dueAt !== undefined && { due_at: isoTime(dueAt) }),
		...(delivery.cancelledBecause && { cancelled_because: delivery.cancelledBecause }),
		body: JSON.parse(body),
		attempts: attempts.map(exportedAttempt),
	};
}

function exportedAttempt({ number, startedAt, latencyMs, url, headers, ...attempt }: Attempt) {
	return {
		number,
		started_at: isoTime(startedAt),
		...(latencyMs !== undefined && { latency_ms: latencyMs }),
		...(url !== undefined && { url: withoutSecrets(url) }),
		// Signatures, never the secret.
		...(headers && { headers }),
		...attempt,
	};
}

/** Automation services put keys in the query. */
function withoutSecrets(text: string): string {
	const url = new URL(text);
	const parameters = [...url.searchParams.keys()].map((name) => `${encodeURIComponent(name)}=${masked}`);
	return `${url.origin}${url.pathname}${parameters.length > 0 ? `?${parameters.join("&")}` : ""}`;
}

const isoTime = (time: number): string => new Date(time).toISOString();
