import fc from "fast-check";
import { expect, it } from "vitest";
import { settingsKeys } from "@/lib/settings/keys";
import { settingsOverview } from "@/lib/settings/overview";
import { settingsSchema } from "@/lib/settings/schema";
import { createSettingsStore } from "@/lib/settings/store";
import { memoryStorage } from "../../fixtures/memory-storage";
import { arbitrarySettings } from "../../fixtures/settings/arbitrary-settings";

/** Writes other bytes over a part of the JSON text. What is no JSON any more stays a text. */
function overwriteBytes(value: unknown, [share, bytes]: [number, string]): unknown {
	const text = JSON.stringify(value);
	const at = Math.floor(share * text.length);
	const damaged = text.slice(0, at) + bytes + text.slice(at + bytes.length);
	try {
		return JSON.parse(damaged);
	} catch {
		return damaged;
	}
}

/** Puts another value in the place of one somewhere in the tree, or takes it away. */
function replacePart(value: unknown, [turns, part]: [number[], unknown]): unknown {
	const damaged: unknown = structuredClone(value);
	let parent = damaged;
	for (const [depth, turn] of turns.entries()) {
		if (typeof parent !== "object" || parent === null) break;
		const keys = Object.keys(parent);
		const key = keys[turn % keys.length];
		if (key === undefined) break;
		const child: unknown = Reflect.get(parent, key);
		const isLast = depth === turns.length - 1 || typeof child !== "object" || child === null;
		if (isLast) {
			if (part === undefined) Reflect.deleteProperty(parent, key);
			else Reflect.set(parent, key, part);
			break;
		}
		parent = child;
	}
	return damaged;
}

const part = fc.oneof(fc.constant(undefined), fc.jsonValue());
const damage = fc.oneof(
	fc
		.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.string({ minLength: 1, maxLength: 4 }))
		.map((bytes) => (value: unknown) => overwriteBytes(value, bytes)),
	fc
		.tuple(fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 }), part)
		.map((other) => (value: unknown) => replacePart(value, other)),
	fc.jsonValue().map((value) => () => value as unknown),
);

it("damaged settings are never overwritten, crash no read, and lead back to the last good copy", async () => {
	await fc.assert(
		fc.asyncProperty(arbitrarySettings, damage, damage, async (settings, hurt, hurtOther) => {
			const damaged = hurt(settings);
			const history = hurtOther([
				{ id: 1, at: 5, origin: "test", changes: [{ path: "webhook.url", before: "" }] },
			]);
			const stored = {
				[settingsKeys.settings]: damaged,
				[settingsKeys.lastGood]: settings,
				[settingsKeys.history]: history,
			};
			const storage = memoryStorage(structuredClone(stored));
			const store = createSettingsStore({ storage, managed: async () => ({}), now: () => 5 });
			await settingsOverview(store);
			const read = await store.read();
			if (read.ok) {
				expect(settingsSchema.safeParse(read.value).success).toBe(true);
				return;
			}

			const change = await store.update(
				(current) => ({ ...current, selector_overrides: { a: ["b"] } }),
				"test",
			);
			expect([change, await store.undo(1)]).toEqual([read, read]);
			expect([storage.writes, storage.values]).toEqual([0, stored]);

			const restored = await store.restore();
			if (read.failure.reason === "settings-newer") {
				expect([restored, storage.values]).toEqual([read, stored]);
				return;
			}
			expect(await store.read()).toEqual({ ok: true, value: settings });
			expect(storage.values[settingsKeys.damaged]).toEqual(damaged);
		}),
		{ numRuns: 80 },
	);
});
