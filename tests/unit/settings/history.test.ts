import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HistoryEntry, historyLength, undoChanges } from "@/lib/settings/history";
import { canonicalJson, reversed, type SettingsChange, type SettingsItems } from "@/lib/settings/items";
import { settingsKeys } from "@/lib/settings/keys";
import { settingsOverview } from "@/lib/settings/overview";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { createSettingsStore } from "@/lib/settings/store";
import { memoryStorage } from "../../fixtures/memory-storage";

const endpoint = {
	type: "globalSearch",
	url: "https://crm.example.com/s",
	method: "GET",
	auth: { type: "header", fields: { "X-Key": "first-key" } },
} as const;

function world({ stored = {}, managed = {} }: { stored?: Record<string, unknown>; managed?: object } = {}) {
	const storage = memoryStorage(stored);
	const store = createSettingsStore({ storage, managed: async () => ({ ...managed }), now: () => 7 });
	const set = (part: Partial<Settings>) => store.update((current) => ({ ...current, ...part }), "test");
	const webhook = (other: Partial<Settings["webhook"]>) =>
		store.update((current) => ({ ...current, webhook: { ...current.webhook, ...other } }), "test");
	const current = async () => {
		const read = await store.read();
		if (!read.ok) throw new Error(read.failure.reason);
		return read.value;
	};
	return { storage, store, set, webhook, current };
}

describe("the history of settings", () => {
	it("holds every change with its origin and time, newest first", async () => {
		const { store, set, webhook } = world();
		await webhook({ url: "https://a.example" });
		await set({ crm_endpoints: [endpoint] });
		expect(await store.history()).toEqual([
			{ id: 2, at: 7, origin: "test", changes: [{ path: "crm_endpoints.globalSearch", after: endpoint }] },
			{
				id: 1,
				at: 7,
				origin: "test",
				changes: [{ path: "webhook.url", before: "", after: "https://a.example" }],
			},
		]);
	});

	it("does not count what changed nothing", async () => {
		const { store, set, storage } = world();
		await set({ crm_endpoints: [] });
		expect([await store.history(), storage.writes]).toEqual([[], 0]);
	});

	it("keeps the last twenty", async () => {
		const { store, webhook } = world();
		for (let port = 1; port <= 25; port++) await webhook({ url: `http://localhost:${port}` });
		const history = await store.history();
		expect(history).toHaveLength(historyLength);
		expect(history.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
	});

	it("undoes one change and leaves the later ones", async () => {
		const { store, set, webhook, current } = world();
		await webhook({ url: "https://a.example" });
		await set({ crm_endpoints: [endpoint] });
		expect((await store.undo(1)).ok).toBe(true);
		expect(await current()).toEqual({ ...defaultSettings, crm_endpoints: [endpoint] });
		expect((await store.history())[0]).toMatchObject({ id: 3, origin: "undo" });
	});

	it("can undo an undo", async () => {
		const { store, set, current } = world();
		await set({ crm_endpoints: [endpoint] });
		await store.undo(1);
		await store.undo(2);
		expect((await current()).crm_endpoints).toEqual([endpoint]);
	});

	it("says of an entry that is gone that the settings were changed", async () => {
		expect(await world().store.undo(9)).toEqual({ ok: false, failure: { reason: "settings-changed" } });
	});

	it("shows no secret, and tells a change of a secret alone", async () => {
		const { store, set, webhook } = world();
		await set({ crm_endpoints: [endpoint] });
		await set({
			crm_endpoints: [{ ...endpoint, auth: { type: "header", fields: { "X-Key": "second-key" } } }],
		});
		await webhook({ secret: "a-webhook-secret" });
		const overview = await settingsOverview(store);
		expect(JSON.stringify(overview)).not.toMatch(/first-key|second-key|a-webhook-secret/);
		expect(overview.history[1]?.changes).toMatchObject([{ secretChanged: true }]);
		expect(overview.history[0]?.undo).toEqual([{ path: "webhook.secret", before: "••••••", after: "" }]);
	});

	it("that is damaged is left out, and a new one begins", async () => {
		const { store, set } = world({ stored: { [settingsKeys.history]: ["?", { id: 1 }] } });
		await set({ crm_endpoints: [endpoint] });
		expect(await store.history()).toHaveLength(1);
	});

	it("leads back to the beginning, whatever was changed in between", async () => {
		const change = fc.oneof(
			fc.record({ url: fc.constantFrom("", "https://a.example", "https://b.example") }),
			fc.record({ enabled: fc.boolean() }),
			fc.record({ secret: fc.constantFrom("", "12345678") }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
				const { store, webhook, current } = world();
				for (const one of changes) await webhook(one);
				for (const { id } of await store.history()) await store.undo(id);
				expect(await current()).toEqual(defaultSettings);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("settings that cannot be read", () => {
	const damaged = { version: 2, webhook: 3 };

	it("are put aside, and the last good copy takes their place", async () => {
		const { storage, store, set, current } = world();
		await set({ crm_endpoints: [endpoint] });
		await storage.set({ [settingsKeys.settings]: damaged });
		expect(await settingsOverview(store)).toMatchObject({
			failure: { reason: "settings-damaged" },
			lastGood: true,
		});
		expect(await store.restore()).toEqual({ ok: true, value: null });
		expect((await current()).crm_endpoints).toEqual([endpoint]);
		expect(storage.values[settingsKeys.damaged]).toEqual(damaged);
	});

	it("are replaced by empty ones when there is no copy", async () => {
		const { store, current } = world({ stored: { [settingsKeys.settings]: damaged } });
		expect((await settingsOverview(store)).lastGood).toBe(false);
		await store.restore();
		expect(await current()).toEqual(defaultSettings);
	});

	it("stay when they are a newer Chatside's", async () => {
		const newer = { version: 99 };
		const { storage, store } = world({ stored: { [settingsKeys.settings]: newer } });
		expect(await store.restore()).toEqual({ ok: false, failure: { reason: "settings-newer", version: 99 } });
		expect(storage.values[settingsKeys.settings]).toEqual(newer);
	});

	it("are not replaced while they can be read", async () => {
		const { storage, store, set } = world();
		await set({ crm_endpoints: [endpoint] });
		const before = structuredClone(storage.values);
		await store.restore();
		expect(storage.values).toEqual(before);
	});
});

describe("an organisation's policy", () => {
	const managed = {
		webhook_url: "https://hooks.example/company",
		crm_endpoints: [endpoint],
		custom_functions: [
			'{"name":"stock","endpoint":"https://stock.example/{sku}","parameters":{"type":"object","properties":{"sku":{}}}}',
		],
	};

	it("lies over the user's settings, and is no part of what is stored", async () => {
		const { storage, webhook, current } = world({ managed });
		await webhook({ enabled: true });
		expect(await current()).toMatchObject({
			webhook: { enabled: true, url: managed.webhook_url },
			crm_endpoints: [endpoint],
			custom_functions: [{ name: "stock" }],
		});
		expect(storage.values[settingsKeys.settings]).toMatchObject({ webhook: { url: "" }, crm_endpoints: [] });
	});

	it("cannot be changed, and a change of it together with others changes nothing", async () => {
		const { storage, webhook, set } = world({ managed });
		expect(await webhook({ url: "https://elsewhere.example", enabled: true })).toEqual({
			ok: false,
			failure: { reason: "settings-locked", paths: ["webhook.url"] },
		});
		expect(await set({ crm_endpoints: [] })).toMatchObject({
			failure: { paths: ["crm_endpoints.globalSearch"] },
		});
		expect(storage.writes).toBe(0);
	});

	it("names what it locks, and each value that cannot be used while the others count", async () => {
		const { store, current } = world({
			managed: { ...managed, webhook_events: ["phone.lost"], webhook_enabled: "yes", theme: "dark" },
		});
		const overview = await settingsOverview(store);
		expect(overview.locked).toEqual(["webhook.url", "crm_endpoints.globalSearch", "custom_functions.stock"]);
		expect(overview.policyProblems.map(({ name }) => name)).toEqual([
			"webhook_events",
			"webhook_enabled",
			"theme",
		]);
		expect((await current()).webhook.url).toBe(managed.webhook_url);
	});
});

it("equal values have equal canonical JSON, whatever the order of their keys", () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
			const turned = Object.fromEntries(Object.entries(value).reverse());
			expect(canonicalJson(turned)).toBe(canonicalJson(value));
		}),
	);
});

describe("undo and the credentials of a model server", () => {
	const entry = (id: number, changes: SettingsChange[]): HistoryEntry => ({
		id,
		at: id,
		origin: "assistant",
		changes,
	});
	const keyChanged = entry(2, [{ path: "assistant.api_key", before: "key-of-a", after: "key-2-of-a" }]);
	const moved = entry(3, [
		{ path: "assistant.base_url", before: "https://a.example/v1", after: "https://b.example/v1" },
		{ path: "assistant.api_key", before: "key-2-of-a", after: "key-of-b" },
	]);
	const at = (base_url: string, api_key: string): SettingsItems => ({
		"assistant.base_url": base_url,
		"assistant.api_key": api_key,
		"assistant.headers": {},
	});
	const atB = at("https://b.example/v1", "key-of-b");

	it("does not bring a key back to another server than it was for", () => {
		expect(undoChanges(keyChanged, atB, [moved, keyChanged])).toEqual([]);
	});

	it("brings it back where the server is the same, or the same again", () => {
		const back = [{ path: "assistant.api_key", before: "key-2-of-a", after: "key-of-a" }];
		const atA = at("https://a.example/v1", "key-2-of-a");
		expect(undoChanges(keyChanged, atA, [keyChanged])).toEqual(back);
		const undone = entry(4, reversed(moved.changes));
		expect(undoChanges(keyChanged, atA, [undone, moved, keyChanged])).toEqual(back);
	});

	it("brings server and key back together", () => {
		expect(undoChanges(moved, atB, [moved])).toEqual(
			reversed(moved.changes).toSorted((one) => (one.path.endsWith("key") ? -1 : 1)),
		);
	});

	it("takes the key of now away from the server that comes back", () => {
		const withoutKey = entry(1, [
			{ path: "assistant.base_url", before: "https://a.example/v1", after: "https://b.example/v1" },
		]);
		expect(undoChanges(withoutKey, atB, [withoutKey])).toEqual([
			{ path: "assistant.api_key", before: "key-of-b", after: "" },
			{ path: "assistant.base_url", before: "https://b.example/v1", after: "https://a.example/v1" },
		]);
	});
});
