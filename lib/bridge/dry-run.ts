import { freezeDeep } from "@/lib/core/freeze-deep";
import type { HttpRequest } from "@/lib/core/http";
import { isObject } from "@/lib/core/is-object";
import { fail, ok } from "@/lib/core/result";
import { hostOfPattern, permissionPattern } from "@/lib/crm/endpoint-url";
import { settingsDifference, settingsItems } from "@/lib/settings/items";
import { type Settings, settingsSchema } from "@/lib/settings/schema";
import type { SettingsStore } from "@/lib/settings/store";
import { confirmationMs } from "@/lib/tools/confirmations";
import type { ToolContext } from "@/lib/tools/context";
import { callTool } from "@/lib/tools/registry";
import type { ToolCall, ToolResponse } from "@/lib/tools/tool";
import type { Effects, Reset, ShownRequest } from "./effects";

/** What a call would do now, and what it would answer as far as that can be known. */
export type DryRun = { effects: Effects; response: ToolResponse };

/**
 * Runs a call without anything coming of it: settings are changed in a copy that nobody else sees, requests are written
 * down and not sent, and nothing is confirmed or forgotten. The tool itself decides, so what is shown is what it does.
 */
export async function dryRun(context: ToolContext, call: ToolCall): Promise<DryRun> {
	const effects: Effects = { changes: [], requests: [], shown: [] };
	const sent: HttpRequest[] = [];
	const response = await callTool(
		{
			...context,
			settings: settingsCopy(context.settings, effects),
			confirmations: {
				...context.confirmations,
				take: context.confirmations.has,
				warn: async () => context.now() + confirmationMs,
			},
			previousSecret: { ...context.previousSecret, keep: async () => async () => undefined },
			crmHealth: {
				...context.crmHealth,
				begin: async () => ok(() => undefined),
				async reset(types) {
					const resets = await errorsOf(context, types);
					// Forgetting none is nothing to ask about.
					if (resets.some(({ errors }) => errors > 0)) effects.resets = resets;
				},
			},
			crmDrift: { ...context.crmDrift, note: () => undefined },
			async http(request) {
				sent.push(request);
				return fail({ reason: "cancelled" });
			},
		},
		"mcp-client",
		call,
	);
	effects.requests = sent.map(({ method, url }) => ({ method, url }));
	effects.shown = sent.map((request) => shownRequest(response) ?? withoutQuery(request));
	effects.ungranted = await ungrantedServers(context, effects);
	return { effects, response };
}

async function ungrantedServers({ hasPermission }: ToolContext, { changes }: Effects): Promise<string[]> {
	const addresses = changes.flatMap(({ path, after }) => {
		if (path === "webhook.url") return after;
		return path.startsWith("crm_endpoints.") && isObject(after) ? after.url : [];
	});
	const patterns = addresses.flatMap((address) =>
		typeof address === "string" && URL.canParse(address) ? permissionPattern(new URL(address)) : [],
	);
	const granted = await Promise.all(patterns.map((pattern) => hasPermission(pattern)));
	return patterns.filter((_, index) => !granted[index]).map(hostOfPattern);
}

function settingsCopy(settings: SettingsStore, effects: Effects): SettingsStore {
	let copy: Settings | undefined;
	const read: SettingsStore["read"] = async () => (copy ? ok(copy) : settings.read());
	return {
		...settings,
		read,
		async update(change) {
			const current = await read();
			if (!current.ok) return current;
			const wanted = settingsSchema.parse(change(current.value));
			const changes = settingsDifference(settingsItems(current.value), settingsItems(wanted));
			const { items } = await settings.policy();
			const paths = changes.map(({ path }) => path).filter((path) => path in items);
			if (paths.length > 0) return fail({ reason: "settings-locked", paths });
			copy = freezeDeep(wanted);
			effects.changes.push(...changes);
			return ok(changes);
		},
	};
}

/** The errors of endpoints, of all or of those types, that would be forgotten now. */
export async function errorsOf(
	{ settings, crmHealth }: ToolContext,
	types?: readonly string[],
): Promise<Reset[]> {
	const read = await settings.read();
	const endpoints = read.ok ? read.value.crm_endpoints : [];
	return Promise.all(
		endpoints
			.filter(({ type }) => !types || types.includes(type))
			.map(async (endpoint) => ({
				type: endpoint.type,
				errors: (await crmHealth.of(endpoint)).consecutiveErrors,
			})),
	);
}

/** Tools that send something answer with their request, whose secrets they have masked. */
function shownRequest(response: ToolResponse): ShownRequest | undefined {
	if (!("result" in response)) return undefined;
	const data = response.result.structuredContent;
	const request = isObject(data) && isObject(data.request) ? data.request : undefined;
	if (typeof request?.method !== "string" || typeof request.url !== "string") return undefined;
	const { method, url, body } = request;
	return { method, url, ...(typeof body === "string" && { body }) };
}

/** Where nobody has said which part of an address is a secret. */
function withoutQuery({ method, url }: HttpRequest): ShownRequest {
	const { origin, pathname } = new URL(url);
	return { method, url: origin + pathname };
}
