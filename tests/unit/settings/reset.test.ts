import { expect, it } from "vitest";
import { settingsKeys } from "@/lib/settings/keys";
import { resetSettings } from "@/lib/settings/reset";
import { defaultSettings } from "@/lib/settings/schema";
import { createSettingsStore } from "@/lib/settings/store";
import { memoryStorage } from "../../fixtures/memory-storage";

const endpoint = { type: "globalSearch", url: "https://crm.example.com/s", method: "GET" } as const;
const changed = {
	...defaultSettings,
	webhook: { ...defaultSettings.webhook, url: "https://mine.example", secret: "a-long-secret" },
	crm_endpoints: [endpoint],
	selector_overrides: { title: ["#x"] },
};

function storeOf(settings: unknown, managed: Record<string, unknown> = {}) {
	const storage = memoryStorage({ settings });
	return { storage, store: createSettingsStore({ storage, managed: async () => managed, now: () => 5 }) };
}

it("sets everything back in one change that can be undone", async () => {
	const { storage, store } = storeOf(changed);
	expect(await resetSettings(store)).toMatchObject({ ok: true });
	expect(storage.values.settings).toEqual(defaultSettings);
	const [entry] = await store.history();
	expect(entry?.origin).toBe("reset");
	await store.undo(entry?.id ?? 0);
	expect(storage.values.settings).toEqual(changed);
});

it("leaves what the organisation sets, and deletes everything else", async () => {
	const { storage, store } = storeOf(changed, { webhook_url: "https://theirs.example/hook" });
	expect(await resetSettings(store)).toMatchObject({ ok: true });
	expect(await store.read()).toMatchObject({ value: { webhook: { url: "https://theirs.example/hook" } } });
	expect(storage.values.settings).toMatchObject({ crm_endpoints: [], webhook: { secret: "" } });
});

it("changes nothing when everything is as at the beginning", async () => {
	const { storage, store } = storeOf(defaultSettings);
	expect(await resetSettings(store)).toEqual({ ok: true, value: [] });
	expect(storage.writes).toBe(0);
});

it.each([
	["damaged", { version: 2 }],
	["newer", { version: 99 }],
])("does not touch %s settings, which only forgetting them removes", async (_case, settings) => {
	const { storage, store } = storeOf(settings);
	expect(await resetSettings(store)).toMatchObject({ ok: false });
	expect(storage.values).toEqual({ settings });
	await store.forget(Object.keys(settingsKeys) as (keyof typeof settingsKeys)[]);
	expect(storage.values).toEqual({});
});

it("forgets in turn: a change that was asked for before is made before", async () => {
	const { storage, store } = storeOf(defaultSettings);
	const change = store.update((settings) => ({ ...settings, crm_endpoints: [endpoint] }), "test");
	await Promise.all([change, store.forget(["history"])]);
	expect(await store.history()).toEqual([]);
	expect(storage.values.settings).toMatchObject({ crm_endpoints: [endpoint] });
});
