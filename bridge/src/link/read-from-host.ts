import type { FromHost, HostState } from "../local";
import { isBridgeError, isObject, isProfile } from "../shapes";

/** @returns undefined for anything that is no message of `local.ts` */
export function readFromHost(message: unknown): FromHost | undefined {
	return isObject(message) && isKnown(message) ? message : undefined;
}

function isKnown(message: object): message is FromHost {
	const {
		type,
		id,
		local,
		version,
		state,
		progress,
		message: text,
		error,
	} = message as Record<string, unknown>;
	switch (type) {
		case "hello":
			// Of a host of another version the rest may look different; the number says so.
			return Number.isInteger(local) && typeof version === "string";
		case "state":
			return isState(state);
		case "response":
			return Number.isInteger(id) && ("error" in message ? isBridgeError(error) : "result" in message);
		case "progress":
			return Number.isInteger(id) && Number.isFinite(progress) && typeof text === "string";
		default:
			return false;
	}
}

export function isState(state: unknown): state is HostState {
	if (!isObject(state)) return false;
	switch (state.kind) {
		case "starting":
			return true;
		case "ready":
			return isProfile(state.profile) && typeof state.extension === "string";
		case "other-wire":
			return Number.isInteger(state.theirs) && Number.isInteger(state.ours);
		default:
			return false;
	}
}
