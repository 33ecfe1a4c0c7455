import { describe, expect, it } from "vitest";
import type { NamedStorage } from "@/lib/core/storage";
import { settingsKeys } from "@/lib/settings/keys";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { createSettingsStore } from "@/lib/settings/store";
import { memoryStorage } from "../../fixtures/memory-storage";

/** A store whose storage counts reads of the settings, and that is told of changes when `tell` is called. */
function world(stored: Record<string, unknown> = {}) {
	const storage = memoryStorage(stored);
	let reads = 0;
	let tell = () => {};
	const counted: NamedStorage = {
		get(name) {
			if (name === settingsKeys.settings) reads++;
			return storage.get(name);
		},
		set: (values) => storage.set(values),
		remove: (names) => storage.remove(names),
	};
	const managed: Record<string, unknown> = {};
	const store = createSettingsStore({
		storage: counted,
		managed: async () => ({ ...managed }),
		now: () => 5,
		onChanged: (listener) => {
			tell = listener;
		},
	});
	const url = async () => {
		const read = await store.read();
		return read.ok ? read.value.webhook.url : read.failure.reason;
	};
	return { storage, store, managed, url, tell: () => tell(), reads: () => reads };
}

const withUrl = (url: string): Settings => ({
	...defaultSettings,
	webhook: { ...defaultSettings.webhook, url },
});
const first = { [settingsKeys.settings]: withUrl("https://a.example") };

describe("settings that were read", () => {
	it("are kept until they change", async () => {
		const { url, reads } = world(first);
		expect([await url(), await url(), await url()]).toEqual(Array(3).fill("https://a.example"));
		expect(reads()).toBe(1);
	});

	it("are read and parsed anew when anybody has changed them", async () => {
		const { url, storage, tell } = world(first);
		await url();
		await storage.set({ [settingsKeys.settings]: withUrl("https://b.example") });
		tell();
		expect(await url()).toBe("https://b.example");
		await storage.set({ [settingsKeys.settings]: { version: 2, webhook: "?" } });
		tell();
		expect(await url()).toBe("settings-damaged");
	});

	it("are read anew when the organisation's policy has changed", async () => {
		const { url, managed, tell } = world(first);
		await url();
		managed.webhook_url = "https://company.example";
		tell();
		expect(await url()).toBe("https://company.example");
	});

	it("are those just written, before the browser has told of the change", async () => {
		const { url, store } = world(first);
		await url();
		await store.update(() => withUrl("https://b.example"), "test");
		expect(await url()).toBe("https://b.example");
		await store.undo(1);
		expect(await url()).toBe("https://a.example");
	});

	it("are not kept when they changed while they were read", async () => {
		const { url, storage, tell } = world(first);
		const early = url();
		await storage.set({ [settingsKeys.settings]: withUrl("https://b.example") });
		tell();
		await early;
		expect(await url()).toBe("https://b.example");
	});

	it("are not what a change starts from: that is what is stored", async () => {
		const { url, storage, store } = world(first);
		await url();
		await storage.set({ [settingsKeys.settings]: withUrl("https://b.example") });
		await store.update((current) => ({ ...current, webhook: { ...current.webhook, enabled: true } }), "test");
		expect(storage.values[settingsKeys.settings]).toMatchObject({
			webhook: { url: "https://b.example", enabled: true },
		});
	});

	it("are asked for again when they could not be read", async () => {
		const { url, storage } = world({ [settingsKeys.settings]: {} });
		expect(await url()).toBe("settings-damaged");
		await storage.set(first);
		expect(await url()).toBe("https://a.example");
	});

	it("cannot be altered by whoever got them", async () => {
		const read = await world(first).store.read();
		expect(() => {
			if (read.ok) read.value.webhook.events.push("phone.detected");
		}).toThrow(TypeError);
	});
});
