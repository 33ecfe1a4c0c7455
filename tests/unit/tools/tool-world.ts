import type { Http } from "@/lib/core/http";
import { ok } from "@/lib/core/result";
import { createSettingsStore } from "@/lib/settings/store";
import { callTool } from "@/lib/tools/registry";

/** The tools on settings in memory and a CRM that answers `text`; the clock advances 5 ms at each look. */
export function createToolWorld({
	stored,
	text = '{"found":false}',
	status = 200,
}: {
	stored?: unknown;
	text?: string;
	status?: number;
} = {}) {
	let value = stored;
	let time = 0;
	const world = {
		writes: 0,
		permitted: true,
		asked: [] as string[],
		sent: [] as Parameters<Http>[0][],
		http: (async (request) => {
			world.sent.push(request);
			return ok({ status, contentType: "application/json", text });
		}) as Http,
		stored: () => value,
		async call(name: string, input?: unknown) {
			const context = {
				settings: createSettingsStore({
					get: async () => structuredClone(value),
					set: async (next) => {
						world.writes++;
						value = structuredClone(next);
					},
				}),
				http: world.http,
				hasPermission: async (pattern: string) => {
					world.asked.push(pattern);
					return world.permitted;
				},
				now: () => (time += 5),
			};
			const call = { name, arguments: input as Record<string, unknown> | undefined };
			const response = await callTool(context, "extension-page", call);
			const refused = "error" in response ? response.error : undefined;
			const result = "result" in response ? response.result : undefined;
			return {
				response,
				code: refused?.code,
				message: refused?.message ?? "",
				paths: (refused?.data?.issues ?? []).map(({ path }) => path).sort(),
				text: result?.content[0].text ?? "",
				isError: result?.isError,
				data: result?.structuredContent,
			};
		},
	};
	return world;
}

export const endpoint = {
	type: "sidePanel_CustomerInfo",
	url: "https://crm.example.com/c",
	method: "GET",
} as const;
export const settingsWith = (...crm_endpoints: unknown[]) => ({
	version: 1,
	crm_endpoints,
	selector_overrides: {},
});
