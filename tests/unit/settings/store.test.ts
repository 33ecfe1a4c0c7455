import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { createSettingsStore } from "@/lib/settings/store";
import { memoryStorage } from "../../fixtures/memory-storage";

/** A store on a storage whose reads and writes each take a turn, so that careless writers would overwrite each other. */
function storeOf(settings?: unknown) {
	const storage = memoryStorage(settings === undefined ? {} : { settings });
	const store = createSettingsStore({ storage, managed: async () => ({}), now: () => 5 });
	const update = (change: (settings: Settings) => Settings) => store.update(change, "test");
	return { storage, store, update };
}

const endpoint = { type: "globalSearch", url: "https://crm.example.com/s", method: "GET" } as const;
const withOverride = (name: string) => (settings: Settings) => ({
	...settings,
	selector_overrides: { ...settings.selector_overrides, [name]: ["#x"] },
});

describe("settings", () => {
	it("are the defaults before anything was stored, and reading stores nothing", async () => {
		const { storage, store } = storeOf();
		expect(await store.read()).toEqual({ ok: true, value: defaultSettings });
		expect(storage.writes).toBe(0);
	});

	it("are given as stored and kept as changed", async () => {
		const { storage, store, update } = storeOf({ ...defaultSettings, crm_endpoints: [endpoint] });
		expect(await update(withOverride("title"))).toEqual({
			ok: true,
			value: [{ path: "selector_overrides.title", after: ["#x"] }],
		});
		const expected = {
			...defaultSettings,
			crm_endpoints: [endpoint],
			selector_overrides: { title: ["#x"] },
		};
		expect(await store.read()).toEqual({ ok: true, value: expected });
		expect(storage.values.settings).toEqual(expected);
	});

	it("lose no change when many are made at once", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 12 }),
				async (names) => {
					const { store, update } = storeOf();
					await Promise.all(names.map((name) => update(withOverride(name))));
					const read = await store.read();
					expect(read.ok && Object.keys(read.value.selector_overrides).sort()).toEqual([...names].sort());
				},
			),
			{ numRuns: 30 },
		);
	});

	it.each([
		["null", null],
		["text", "settings"],
		["a list", []],
		["an empty object", {}],
		["no version", { ...defaultSettings, version: undefined }],
		["an unknown field", { ...defaultSettings, webhooks: [] }],
		[
			"a damaged endpoint",
			{ ...defaultSettings, crm_endpoints: [{ ...endpoint, url: "http://crm.example.com" }] },
		],
		["two endpoints of one type", { ...defaultSettings, crm_endpoints: [endpoint, endpoint] }],
		["too many selectors", { ...defaultSettings, selector_overrides: { title: Array(11).fill("a") } }],
		["too long a selector", { ...defaultSettings, selector_overrides: { title: ["a".repeat(501)] } }],
	])("that hold %s are called damaged and never overwritten", async (_case, damaged) => {
		const { storage, store, update } = storeOf(damaged);
		const refused = {
			ok: false,
			failure: { reason: "settings-damaged", detail: expect.stringMatching(/.+: .+/) },
		};
		let asked = false;
		const change = (settings: Settings) => {
			asked = true;
			return settings;
		};
		expect(await store.read()).toEqual(refused);
		expect(await update(change)).toEqual(refused);
		expect([asked, storage.writes, storage.values.settings]).toEqual([false, 0, damaged]);
	});

	it("say which part is damaged", async () => {
		const { store } = storeOf({ ...defaultSettings, crm_endpoints: [{ ...endpoint, method: "PUT" }] });
		const read = await store.read();
		expect(read).toMatchObject({ failure: { detail: expect.stringContaining("crm_endpoints.0.method") } });
	});

	it("stay when a change fails, and the next change is made", async () => {
		const { storage, update } = storeOf();
		const outcomes = await Promise.allSettled([
			update(() => {
				throw new Error("bug");
			}),
			update((settings) => ({ ...settings, crm_endpoints: [endpoint, endpoint] })),
			update(withOverride("title")),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
		expect(storage.values.settings).toEqual({ ...defaultSettings, selector_overrides: { title: ["#x"] } });
	});

	it("say so when they cannot be written, and can be written later", async () => {
		const { storage, update } = storeOf();
		const { set } = storage;
		storage.set = () => Promise.reject(new Error("quota"));
		expect(await update(withOverride("a"))).toEqual({
			ok: false,
			failure: { reason: "storage-failed", detail: "quota" },
		});
		storage.set = set;
		expect((await update(withOverride("b"))).ok).toBe(true);
		expect(storage.values.settings).toMatchObject({ selector_overrides: { b: ["#x"] } });
	});
});
