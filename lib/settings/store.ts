import { createMutex } from "@/lib/core/mutex";
import { fail, ok, type Result } from "@/lib/core/result";
import { defaultSettings, type Settings, settingsSchema } from "./schema";

/** Where one value is kept. */
export type ValueStorage = { get(): Promise<unknown>; set(value: unknown): Promise<void> };

/** The stored settings cannot be read; `detail` says which part. They are left exactly as they are. */
export type SettingsDamaged = { reason: "settings-damaged"; detail: string };

export type SettingsStore = {
	read(): Promise<Result<Settings, SettingsDamaged>>;
	/** Replaces the settings by what `change` makes of them. Changes never overlap, so none is lost. */
	update(change: (settings: Settings) => Settings): Promise<Result<Settings, SettingsDamaged>>;
};

/** The one reader and writer of the settings. Parsed on every read; damaged settings are never overwritten. */
export function createSettingsStore(storage: ValueStorage): SettingsStore {
	const exclusively = createMutex();

	async function read(): Promise<Result<Settings, SettingsDamaged>> {
		const stored = await storage.get();
		if (stored === undefined) return ok(defaultSettings);
		const parsed = settingsSchema.safeParse(stored);
		if (parsed.success) return ok(parsed.data);
		const issue = parsed.error.issues[0];
		return fail({
			reason: "settings-damaged",
			detail: `${issue?.path.join(".") || "settings"}: ${issue?.message}`,
		});
	}

	return {
		read,
		update: (change) =>
			exclusively(async () => {
				const current = await read();
				if (!current.ok) return current;
				const next = settingsSchema.parse(change(current.value));
				await storage.set(next);
				return ok(next);
			}),
	};
}
