import { isBridgeError, isObject, isProfile } from "../shapes";
import type { FromExtension } from "../wire";

/** @returns undefined for anything the wire does not know, such as a message of a newer extension */
export function readFromExtension(message: unknown): FromExtension | undefined {
	if (!isObject(message)) return undefined;
	switch (message.type) {
		case "hello":
			return isHello(message) ? message : undefined;
		case "response":
			return isResponse(message) ? message : undefined;
		case "progress":
			return isProgress(message) ? message : undefined;
		default:
			return undefined;
	}
}

/** Of another wire version only the number is sure to be there. */
export function wireOfHello(message: unknown): number | undefined {
	return isObject(message) && message.type === "hello" && Number.isInteger(message.wire)
		? (message.wire as number)
		: undefined;
}

function isHello(message: object): message is Extract<FromExtension, { type: "hello" }> {
	const { wire, version, profile } = message as Record<string, unknown>;
	return Number.isInteger(wire) && typeof version === "string" && isProfile(profile);
}

function isResponse(message: object): message is Extract<FromExtension, { type: "response" }> {
	const { id } = message as Record<string, unknown>;
	if (typeof id !== "string") return false;
	return "error" in message ? isBridgeError(message.error) : "result" in message;
}

function isProgress(message: object): message is Extract<FromExtension, { type: "progress" }> {
	const { id, progress, message: text } = message as Record<string, unknown>;
	return typeof id === "string" && Number.isFinite(progress) && typeof text === "string";
}
