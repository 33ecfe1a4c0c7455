import type { Http } from "@/lib/core/http";
import { ok } from "@/lib/core/result";
import { createDriftRecord } from "@/lib/crm/drift-record";
import { createHealthRecord } from "@/lib/crm/health-record";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { defaultSettings } from "@/lib/settings/schema";
import { createSettingsStore } from "@/lib/settings/store";
import { createConfirmations } from "@/lib/tools/confirmations";
import type { ToolContext } from "@/lib/tools/context";
import { callTool } from "@/lib/tools/registry";
import { createPreviousSecret } from "@/lib/webhooks/previous-secret";
import { memoryStorage, memoryValue } from "../../fixtures/memory-storage";

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
	const storage = memoryStorage(stored === undefined ? {} : { settings: stored });
	const pending = memoryValue();
	const health = memoryValue();
	const shapes = memoryValue();
	const previous = memoryValue();
	let time = 0;
	const now = () => (time += 5);
	const world = {
		get writes() {
			return storage.writes;
		},
		storage,
		/** What the organisation sets. */
		managed: {} as Record<string, unknown>,
		pass(ms: number) {
			time += ms;
		},
		permitted: true,
		asked: [] as string[],
		sent: [] as Parameters<Http>[0][],
		http: (async (request) => {
			world.sent.push(request);
			return ok({ status, contentType: "application/json", text });
		}) as Http,
		stored: () => storage.values.settings,
		/** What the tools are given, made anew as by a worker that was ended in between. */
		context: (): ToolContext => ({
			settings: createSettingsStore({ storage, managed: async () => world.managed, now }),
			confirmations: createConfirmations(pending, now),
			previousSecret: createPreviousSecret(previous, now),
			randomId: () => "random",
			crmHealth: createHealthRecord(health, now),
			crmDrift: createDriftRecord(shapes, now, (task) => task()),
			http: (...request) => world.http(...request),
			mapping: { run: evaluateJob },
			hasPermission: async (pattern: string) => {
				world.asked.push(pattern);
				return world.permitted;
			},
			now,
		}),
		/** Calls a tool; `context` is for calls that meet in the same worker. */
		async call(name: string, input?: unknown, context: ToolContext = world.context()) {
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
export const settingsWith = (...crm_endpoints: unknown[]) => ({ ...defaultSettings, crm_endpoints });
