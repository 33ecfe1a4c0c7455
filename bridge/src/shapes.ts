import type { BridgeClient, BridgeError, BridgeMethod } from "./wire";

/** Checks of what came from outside, in the few shapes that several messages share. */

export type Fields = Record<string, unknown>;

export function isObject(value: unknown): value is Fields {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

const methods: readonly BridgeMethod[] = ["tools/list", "tools/call", "resources/list", "resources/read"];

export function isMethod(value: unknown): value is BridgeMethod {
	return methods.includes(value as BridgeMethod);
}

export function isClient(value: unknown): value is BridgeClient {
	return (
		isObject(value) &&
		typeof value.session === "string" &&
		typeof value.name === "string" &&
		(value.version === undefined || typeof value.version === "string") &&
		(value.transport === "stdio" || value.transport === "http")
	);
}

export function isBridgeError(value: unknown): value is BridgeError {
	return isObject(value) && Number.isInteger(value.code) && typeof value.message === "string";
}

export function isProfile(value: unknown): value is { id: string; name: string } {
	return isObject(value) && typeof value.id === "string" && typeof value.name === "string";
}
