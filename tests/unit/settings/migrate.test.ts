import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Migration, migrateSettings, migrations } from "@/lib/settings/migrations/migrate";
import { settingsSchema, settingsVersion } from "@/lib/settings/schema";

type Golden = { stored: { version: number }; migrated: { version: number } };
const golden = (version: number): Golden =>
	JSON.parse(
		readFileSync(join(import.meta.dirname, `../../fixtures/settings/version-${version}.json`), "utf8"),
	);
const older = Array.from({ length: settingsVersion - 1 }, (_, index) => index + 1);

describe("a migration", () => {
	it("is there for every version before this one", () => {
		expect(Object.keys(migrations).map(Number)).toEqual(older);
	});

	it.each(older)("from version %i makes of its golden example what it made of it then", (version) => {
		const { stored, migrated } = golden(version);
		const before = structuredClone(stored);
		expect(migrateSettings(stored, version + 1)).toEqual({ ok: true, value: migrated });
		expect(stored).toEqual(before);
	});

	it.each(older)("and those after it make settings of today from version %i", (version) => {
		const migrated = migrateSettings(golden(version).stored, settingsVersion);
		expect(settingsSchema.safeParse(migrated.ok && migrated.value).success).toBe(true);
	});
});

describe("migrating", () => {
	const steps: Record<number, Migration> = {
		1: (settings) => ({ ...settings, version: 2 }),
		2: () => {
			throw new Error("no endpoints");
		},
	};

	it("stops at the step that fails, and says which", () => {
		expect(migrateSettings({ version: 1 }, 4, steps)).toEqual({
			ok: false,
			failure: { reason: "settings-damaged", detail: "version 2 to 3: no endpoints" },
		});
	});

	it("says when a step is missing", () => {
		expect(migrateSettings({ version: 3 }, 4, steps)).toMatchObject({
			failure: { detail: "version 3 to 4: there is no such step." },
		});
	});

	it("refuses what a newer version wrote", () => {
		expect(migrateSettings({ version: 5 }, 4, steps)).toEqual({
			ok: false,
			failure: { reason: "settings-newer", version: 5 },
		});
	});

	it.each([[null], ["text"], [{}], [{ version: "2" }], [{ version: 0 }], [{ version: 1.5 }]])(
		"refuses %j, which has no version",
		(stored) => {
			expect(migrateSettings(stored, 4, steps)).toMatchObject({ failure: { reason: "settings-damaged" } });
		},
	);
});
