import type { ToHost } from "../local";
import { isClient, isMethod, isObject } from "../shapes";

/** @returns undefined for anything that is no message of `local.ts` */
export function readFromProgram(message: unknown): ToHost | undefined {
	return isObject(message) && isKnown(message) ? message : undefined;
}

function isKnown(message: object): message is ToHost {
	const { type, id, local, version, secret, starter, client, method, session } = message as Record<
		string,
		unknown
	>;
	switch (type) {
		case "hello":
			return (
				Number.isInteger(local) &&
				typeof version === "string" &&
				typeof secret === "string" &&
				(starter === undefined || Number.isInteger(starter))
			);
		case "request":
			return Number.isInteger(id) && isClient(client) && isMethod(method);
		case "cancel":
			return Number.isInteger(id);
		case "ended":
			return typeof session === "string";
		case "stop":
			return true;
		default:
			return false;
	}
}
