import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { createSettingsStore, type ValueStorage } from "@/lib/settings/store";

/** A storage whose reads and writes each take a turn, so that careless writers would overwrite each other. */
function storageOf(value?: unknown): ValueStorage & { value: unknown; writes: number } {
	const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
	return {
		value,
		writes: 0,
		async get() {
			await turn();
			return structuredClone(this.value);
		},
		async set(next) {
			await turn();
			this.value = structuredClone(next);
			this.writes++;
		},
	};
}

const endpoint = { type: "globalSearch", url: "https://crm.example.com/s", method: "GET" } as const;
const withOverride = (name: string) => (settings: Settings) => ({
	...settings,
	selector_overrides: { ...settings.selector_overrides, [name]: ["#x"] },
});

describe("settings", () => {
	it("are the defaults before anything was stored, and reading stores nothing", async () => {
		const storage = storageOf();
		expect(await createSettingsStore(storage).read()).toEqual({ ok: true, value: defaultSettings });
		expect(storage.writes).toBe(0);
	});

	it("are given as stored and kept as changed", async () => {
		const storage = storageOf({ ...defaultSettings, crm_endpoints: [endpoint] });
		const store = createSettingsStore(storage);
		const updated = await store.update(withOverride("title"));
		expect(updated).toEqual({
			ok: true,
			value: { version: 1, crm_endpoints: [endpoint], selector_overrides: { title: ["#x"] } },
		});
		expect(await store.read()).toEqual(updated);
		expect(storage.value).toEqual(updated.ok && updated.value);
	});

	it("lose no change when many are made at once", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 12 }),
				async (names) => {
					const storage = storageOf();
					const store = createSettingsStore(storage);
					await Promise.all(names.map((name) => store.update(withOverride(name))));
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
		["a later version", { ...defaultSettings, version: 2 }],
		["an unknown field", { ...defaultSettings, webhooks: [] }],
		[
			"a damaged endpoint",
			{ ...defaultSettings, crm_endpoints: [{ ...endpoint, url: "http://crm.example.com" }] },
		],
		["two endpoints of one type", { ...defaultSettings, crm_endpoints: [endpoint, endpoint] }],
		["too many selectors", { ...defaultSettings, selector_overrides: { title: Array(11).fill("a") } }],
		["too long a selector", { ...defaultSettings, selector_overrides: { title: ["a".repeat(501)] } }],
	])("that hold %s are called damaged and never overwritten", async (_case, damaged) => {
		const storage = storageOf(damaged);
		const store = createSettingsStore(storage);
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
		expect(await store.update(change)).toEqual(refused);
		expect([asked, storage.writes, storage.value]).toEqual([false, 0, damaged]);
	});

	it("say which part is damaged", async () => {
		const read = await createSettingsStore(
			storageOf({ ...defaultSettings, crm_endpoints: [{ ...endpoint, method: "PUT" }] }),
		).read();
		expect(read).toMatchObject({ failure: { detail: expect.stringContaining("crm_endpoints.0.method") } });
	});

	it("stay when a change fails, and the next change is made", async () => {
		const storage = storageOf();
		const store = createSettingsStore(storage);
		const outcomes = await Promise.allSettled([
			store.update(() => {
				throw new Error("bug");
			}),
			store.update((settings) => ({ ...settings, crm_endpoints: [endpoint, endpoint] })),
			store.update(withOverride("title")),
		]);
		expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected", "fulfilled"]);
		expect(storage.value).toEqual({ ...defaultSettings, selector_overrides: { title: ["#x"] } });
	});

	it("say so when they cannot be written, and can be written later", async () => {
		const storage = storageOf();
		const store = createSettingsStore(storage);
		const { set } = storage;
		storage.set = () => Promise.reject(new Error("quota"));
		await expect(store.update(withOverride("a"))).rejects.toThrow("quota");
		storage.set = set;
		expect((await store.update(withOverride("b"))).ok).toBe(true);
		expect(storage.value).toMatchObject({ selector_overrides: { b: ["#x"] } });
	});
});
