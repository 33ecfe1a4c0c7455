import { describe, expect, it } from "vitest";
import { modelPresets } from "@/lib/assistant/presets";
import { defaultAssistant, hasModel } from "@/lib/assistant/settings";
import { assistantSchema } from "@/lib/assistant/settings-schema";

describe.each(modelPresets)("the preset of $name", ({ id, base_url, keys, docs }) => {
	it("can be stored, and with a model's name is one that can be asked", () => {
		const assistant = {
			...defaultAssistant,
			provider: "openai-compatible" as const,
			preset: id,
			base_url,
			model: "x",
		};
		expect(assistantSchema.safeParse(assistant)).toMatchObject({ success: true });
		expect(hasModel(assistant)).toBe(true);
		expect(hasModel({ ...assistant, model: "" })).toBe(false);
	});

	it("asks for a key unless it runs on this computer, and says where to read about it", () => {
		expect(keys !== undefined).toBe(new URL(base_url).hostname !== "localhost");
		for (const url of [docs, keys ?? docs]) expect(new URL(url).protocol).toBe("https:");
	});
});

it("presets have names of their own", () => {
	expect(new Set(modelPresets.map(({ id }) => id)).size).toBe(modelPresets.length);
});

it("without a provider there is no model, and the browser's own needs nothing more", () => {
	expect(hasModel(defaultAssistant)).toBe(false);
	expect(hasModel({ ...defaultAssistant, provider: "built-in" })).toBe(true);
});
