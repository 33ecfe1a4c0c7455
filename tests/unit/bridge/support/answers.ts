import { expect } from "vitest";

/** A call, and the results that are expected of it. */

export const call = { name: "get_webhook_config", arguments: {} };

export function saying(text: string) {
	return { content: [{ type: "text", text }] };
}

export function failing(text: string) {
	return { isError: true, content: [{ type: "text", text: expect.stringContaining(text) }] };
}
