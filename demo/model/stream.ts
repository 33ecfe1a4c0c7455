import { setTimeout as sleep } from "node:timers/promises";
import { type Completion, completionChunks } from "./completion";
import type { Fault } from "./faults";

/** How long the server takes, in ms: until it begins to answer, and between two pieces of a stream. */
export type Pace = { firstMs: number; pieceMs: number };

/**
 * The answer as Server-Sent Events. `hangUp` ends the connection as it is; `never` leaves it open. Ends quietly when
 * the caller stops reading.
 */
export function streamResponse(
	completion: Completion,
	streamUsage: boolean,
	{ fault, pace, hangUp }: { fault: Fault; pace: Pace; hangUp(): void },
): Response {
	const events = completionChunks(completion, streamUsage).map(
		(chunk) => `data: ${JSON.stringify(chunk)}\n\n`,
	);
	const encoder = new TextEncoder();
	let stopped = false;
	const body = new ReadableStream<Uint8Array>({
		async start(controller) {
			const send = (text: string) => controller.enqueue(encoder.encode(text));
			try {
				for (const [index, event] of withFault(fault, events).entries()) {
					if (pace.pieceMs > 0 && index > 0) await sleep(pace.pieceMs);
					if (stopped) return;
					send(event);
				}
				if (fault === "stall") return;
				if (fault === "cut") {
					// What was written has to be on its way first.
					await sleep(20);
					return hangUp();
				}
				controller.close();
			} catch (error) {
				if (!stopped) throw error;
			}
		},
		cancel() {
			stopped = true;
		},
	});
	return new Response(body, {
		headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store" },
	});
}

const done = "data: [DONE]\n\n";

/** The events that are sent under a fault. */
function withFault(fault: Fault, events: readonly string[]): string[] {
	const half = events.slice(0, Math.max(2, Math.floor(events.length / 2)));
	switch (fault) {
		case "stall":
		case "cut":
			return half;
		case "no-end":
			return events.filter((event) => !event.includes('"finish_reason":"'));
		case "invalid-sse":
			return [...half, "data: {not json\n\n", "nonsense without a field\n\n", done];
		case "error-in-stream":
			return [
				...half,
				`data: ${JSON.stringify({ error: { message: "The server had an error while answering.", type: "server_error", param: null, code: null } })}\n\n`,
				done,
			];
		default:
			return [...events, done];
	}
}
