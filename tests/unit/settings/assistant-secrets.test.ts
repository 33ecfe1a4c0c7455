import { describe, expect, it } from "vitest";
import { type Assistant, defaultAssistant } from "@/lib/assistant/settings";
import { assistantSchema } from "@/lib/assistant/settings-schema";
import { masked } from "@/lib/crm/auth-field";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { keepAssistantSecrets, maskAssistant } from "@/lib/settings/assistant-secrets";
import { exportSettings, planImport } from "@/lib/settings/export-file";
import { readPolicy } from "@/lib/settings/policy";
import { defaultSettings } from "@/lib/settings/schema";
import { maskChanges } from "@/lib/settings/secrets";

const stored: Assistant = {
	...defaultAssistant,
	provider: "openai-compatible",
	base_url: "https://models.example/v1",
	api_key: "sk-secret-1",
	model: "small",
	headers: { "X-Project": "project-secret-1" },
};
const shown = maskAssistant(stored);

describe("the assistant's secrets", () => {
	it("are masked where settings are shown, and what is not set stays empty", () => {
		expect(JSON.stringify(shown)).not.toContain("secret");
		expect(shown).toMatchObject({ api_key: masked, headers: { "X-Project": masked } });
		expect(maskAssistant(defaultAssistant)).toEqual(defaultAssistant);
	});

	it("come back for the same server, whatever its path", () => {
		expect(keepAssistantSecrets({ ...shown, base_url: "https://models.example/v2" }, stored)).toEqual({
			ok: true,
			value: { ...stored, base_url: "https://models.example/v2" },
		});
	});

	it.each(["https://elsewhere.example/v1", "http://models.example/v1", "https://models.example:8443/v1", ""])(
		"never follow to another server: %s",
		(base_url) => {
			expect(keepAssistantSecrets({ ...shown, base_url }, stored)).toEqual({
				ok: false,
				failure: { reason: "secrets-missing", fields: ["api_key", "X-Project"] },
			});
		},
	);

	it("are not made up for a header or a key that was not there", () => {
		const wanted = { ...shown, headers: { "X-Other": masked, toString: masked } };
		expect(keepAssistantSecrets(wanted, { ...stored, api_key: "" })).toMatchObject({
			failure: { fields: ["api_key", "X-Other", "toString"] },
		});
	});

	it("can be replaced and removed", () => {
		const wanted = { ...shown, api_key: "", headers: { "X-Project": "new" } };
		expect(keepAssistantSecrets(wanted, stored)).toEqual({ ok: true, value: wanted });
	});

	it("are masked in changes, which say that they are others", () => {
		expect(
			maskChanges([
				{ path: "assistant.api_key", before: "sk-secret-1", after: "sk-secret-2" },
				{ path: "assistant.headers", before: { a: "secret-1" }, after: { a: "secret-2" } },
				{ path: "assistant.headers", before: {}, after: { a: "secret-2" } },
			]),
		).toEqual([
			{ path: "assistant.api_key", before: masked, after: masked, secretChanged: true },
			{ path: "assistant.headers", before: { a: masked }, after: { a: masked }, secretChanged: true },
			{ path: "assistant.headers", before: {}, after: { a: masked }, secretChanged: true },
		]);
	});
});

describe("an imported file without secrets", () => {
	const settings = { ...defaultSettings, assistant: stored };
	const file = JSON.parse(JSON.stringify(exportSettings(settings, false, 0)));
	const plan = async (assistant: Assistant) => {
		const planned = await planImport(file, { ...defaultSettings, assistant }, readPolicy({}), {
			run: evaluateJob,
		});
		if (!planned.ok) throw new Error(planned.failure.reason);
		return planned.value;
	};

	it("keeps those of this browser for the same server", async () => {
		expect(JSON.stringify(file)).not.toContain("secret-1");
		const planned = await plan(stored);
		expect(planned.settings.assistant).toEqual(stored);
		expect(planned.secretsMissing).toEqual([]);
	});

	it("comes without them where the server is another, which is said", async () => {
		const planned = await plan({ ...stored, base_url: "https://elsewhere.example/v1" });
		expect(planned.settings.assistant).toEqual({ ...stored, api_key: "", headers: {} });
		expect(planned.secretsMissing).toEqual(["assistant.api_key", "assistant.headers"]);
	});

	it("keeps the key where only the header is missing", async () => {
		const planned = await plan({ ...stored, headers: {} });
		expect(planned.settings.assistant).toEqual({ ...stored, headers: {} });
		expect(planned.secretsMissing).toEqual(["assistant.headers"]);
	});
});

describe("the assistant's settings", () => {
	it.each<[string, Partial<Assistant> | object]>([
		["a server in the clear", { base_url: "http://models.example/v1" }],
		["a password in the address", { base_url: "https://a:b@models.example/v1" }],
		["no address", { base_url: "models.example" }],
		["a key no header can carry", { api_key: "sk-\n" }],
		["a header the browser sets itself", { headers: { Host: "x" } }],
		["no header name", { headers: { "a b": "x" } }],
		["a negative price", { input_price: -1 }],
		["no message to see", { messages: 0 }],
		["too many messages", { messages: 201 }],
		["half a token", { daily_token_limit: 0.5 }],
		["another provider", { provider: "other" }],
		["another field", { temperature: 1 }],
	])("refuse %s", (_, fields) => {
		expect(assistantSchema.safeParse({ ...stored, ...fields }).success).toBe(false);
	});

	it.each(["http://localhost:11434/v1", "http://192.168.1.7:1234/v1", "https://models.example/v1?v=1"])(
		"take %s",
		(base_url) => {
			expect(assistantSchema.safeParse({ ...stored, base_url }).success).toBe(true);
		},
	);
});
