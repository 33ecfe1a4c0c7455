/** The events a user chooses from (docs/contract.md, section 4). `test` is sent by hand alone. */
export const configurableEvents = [
	"phone.detected",
	"followup.detected",
	"followup.replied",
	"followup.converted",
] as const;
export type ConfigurableEvent = (typeof configurableEvents)[number];
export type EventName = ConfigurableEvent | "test";

/** What happened, and when: ms since the epoch. */
export type WebhookEvent = { event: EventName; happenedAt: number; data: Record<string, unknown> };

/** The body of the request, exactly: the bytes that are signed are its UTF-8. */
export function eventBody({ event, happenedAt, data }: WebhookEvent): string {
	return JSON.stringify({ event, timestamp: eventTimestamp(happenedAt), data });
}

/** A moment in UTC, in whole seconds, with `Z`. */
export const eventTimestamp = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, "Z");

/** What `test_webhook` sends. */
export const testEvent = (happenedAt: number): WebhookEvent => ({
	event: "test",
	happenedAt,
	data: { message: "This is a test event from Chatside.", test: true },
});
