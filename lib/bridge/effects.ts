import { hashText } from "@/lib/core/hash";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { canonicalJson, type SettingsChange } from "@/lib/settings/items";
import { type MaskedChange, maskChanges } from "@/lib/settings/secrets";
import type { ToolCall } from "@/lib/tools/tool";

/** A request as people read it, with its secrets masked. */
export type ShownRequest = { method: string; url: string; body?: string };

/** Errors of an endpoint that are forgotten. */
export type Reset = { type: EndpointType; errors: number };

/** All that a call does outside itself. Holds secrets. */
export type Effects = {
	changes: SettingsChange[];
	/** Where it sends something, as it is sent. */
	requests: { method: string; url: string }[];
	/** The same for people. */
	shown: ShownRequest[];
	/** The servers it has stored that Chatside may not reach yet. */
	ungranted?: string[];
	/** The errors it forgets; undefined when it forgets none. */
	resets?: Reset[];
};

/** The same as a person is shown it, and as it is kept. */
export type ShownEffects = {
	changes: MaskedChange[];
	requests: ShownRequest[];
	resets?: Reset[];
	ungranted?: string[];
};

export const nothing: Effects = { changes: [], requests: [], shown: [] };

export const doesNothing = ({ changes, requests, resets }: Effects): boolean =>
	changes.length === 0 && requests.length === 0 && resets === undefined;

export const shownEffects = ({ changes, shown, resets, ungranted }: Effects): ShownEffects => ({
	changes: maskChanges(changes),
	requests: shown,
	...(resets && { resets }),
	...(ungranted?.length && { ungranted }),
});

/** SHA-256 of a call and all it does, the secrets included: what an approval is good for, and nothing else. */
export const effectsHash = (call: ToolCall, { changes, requests, resets }: Effects): Promise<string> =>
	hashText(canonicalJson({ call, changes, requests, resets: resets?.map(({ type }) => type) }));

/** Whether two lists of changes are the same, the secrets included. */
export const sameChanges = (one: readonly SettingsChange[], other: readonly SettingsChange[]): boolean =>
	canonicalJson(one) === canonicalJson(other);
