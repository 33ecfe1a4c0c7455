import type { Clock } from "@/lib/core/clock";
import { errorText } from "@/lib/core/error-text";
import { freezeDeep } from "@/lib/core/freeze-deep";
import { createKept } from "@/lib/core/kept";
import { createMutex } from "@/lib/core/mutex";
import { fail, ok, type Result } from "@/lib/core/result";
import type { NamedStorage } from "@/lib/core/storage";
import type { SettingsFailure, SettingsReadFailure } from "./failure";
import { addToHistory, type ChangeOrigin, type HistoryEntry, readHistory, undoChanges } from "./history";
import {
	changeItems,
	composeSettings,
	type SettingsChange,
	settingsDifference,
	settingsItems,
} from "./items";
import { settingsKeys } from "./keys";
import { migrateSettings } from "./migrations/migrate";
import { type Policy, readPolicy } from "./policy";
import { defaultSettings, type Settings, settingsSchema, settingsVersion } from "./schema";

export type SettingsStore = {
	/** The settings that count: the user's, with the organisation's policy laid over them. Frozen. */
	read(): Promise<Result<Settings, SettingsReadFailure>>;
	/**
	 * Replaces the settings by what `change` makes of them, and gives the exact difference. Changes never overlap, so
	 * none is lost; one that touches a locked item, or that the browser cannot store, changes nothing.
	 */
	update(
		change: (settings: Settings) => Settings,
		origin: ChangeOrigin,
	): Promise<Result<SettingsChange[], SettingsFailure>>;
	/** Takes one entry of the history back. */
	undo(id: number): Promise<Result<SettingsChange[], SettingsFailure>>;
	/** The last changes, newest first, with their secrets. */
	history(): Promise<HistoryEntry[]>;
	policy(): Promise<Policy>;
	/** The settings as last written without a fault; undefined when there never were any. */
	lastGood(): Promise<Settings | undefined>;
	/** Puts unreadable settings aside and begins again with the last good ones, or with none. */
	restore(): Promise<Result<null, SettingsFailure>>;
	/** Removes what is stored under these names, whatever it is, because the user wants it gone. Cannot be undone. */
	forget(names: readonly (keyof typeof settingsKeys)[]): Promise<void>;
};

type SettingsPorts = {
	storage: NamedStorage;
	/** What `storage.managed` holds. */
	managed(): Promise<Record<string, unknown>>;
	now: Clock;
	/**
	 * Has `listener` called whenever what is stored or managed was changed by anyone. With it, what was parsed is kept
	 * until then; without it, every read parses anew.
	 */
	onChanged?(listener: () => void): void;
};

/**
 * The one reader and writer of the settings. Nothing that was not parsed is ever given out, changes start from what is
 * stored at that moment, and what cannot be read is never overwritten.
 */
export function createSettingsStore({ storage, managed, now, onChanged }: SettingsPorts): SettingsStore {
	const exclusively = createMutex();
	// Getting a hundred functions out of the storage takes longer than parsing them, and each lookup reads.
	const kept = createKept(readAnew, ({ ok }) => ok && onChanged !== undefined);
	onChanged?.(kept.forget);
	const policy = async () => readPolicy(await managed());

	/** The user's own settings, without the policy. */
	async function readOwn(): Promise<Result<Settings, SettingsReadFailure>> {
		const stored = await storage.get(settingsKeys.settings);
		if (stored === undefined) return ok(defaultSettings);
		const migrated = migrateSettings(stored, settingsVersion);
		return migrated.ok ? parseSettings(migrated.value) : migrated;
	}

	async function readAnew(): Promise<Result<Settings, SettingsReadFailure>> {
		const [own, { items }] = await Promise.all([readOwn(), policy()]);
		return own.ok ? ok(freezeDeep(withPolicy(own.value, items))) : own;
	}

	async function writeOwn(
		before: Settings,
		changes: SettingsChange[],
		origin: ChangeOrigin,
	): Promise<Result<SettingsChange[], SettingsFailure>> {
		if (changes.length === 0) return ok(changes);
		const { items } = await policy();
		const paths = changes.map(({ path }) => path).filter((path) => path in items);
		if (paths.length > 0) return fail({ reason: "settings-locked", paths });
		const after = settingsSchema.parse(
			composeSettings(settingsVersion, changeItems(settingsItems(before), changes)),
		);
		const history = readHistory(await storage.get(settingsKeys.history));
		return write(changes, {
			[settingsKeys.settings]: after,
			[settingsKeys.lastGood]: after,
			[settingsKeys.history]: addToHistory(history, { at: now(), origin, changes }),
		});
	}

	async function write<T>(value: T, values: Record<string, unknown>): Promise<Result<T, SettingsFailure>> {
		try {
			await storage.set(values);
			// The browser's word of it comes later than whoever waits for this change may read.
			kept.forget();
			return ok(value);
		} catch (error) {
			// A full disk or a used-up quota; `set` wrote nothing.
			const detail = errorText(error);
			return fail({ reason: "storage-failed", detail });
		}
	}

	return {
		policy,
		read: kept.get,
		update: (change, origin) =>
			exclusively(async () => {
				const own = await readOwn();
				if (!own.ok) return own;
				const shown = withPolicy(own.value, (await policy()).items);
				const wanted = settingsSchema.parse(change(shown));
				return writeOwn(own.value, settingsDifference(settingsItems(shown), settingsItems(wanted)), origin);
			}),
		undo: (id) =>
			exclusively(async () => {
				const own = await readOwn();
				if (!own.ok) return own;
				const history = readHistory(await storage.get(settingsKeys.history));
				const entry = history.find((one) => one.id === id);
				return entry
					? writeOwn(own.value, undoChanges(entry, settingsItems(own.value), history), "undo")
					: fail({ reason: "settings-changed" });
			}),
		history: async () => readHistory(await storage.get(settingsKeys.history)),
		lastGood,
		restore: () =>
			exclusively(async () => {
				const own = await readOwn();
				if (own.ok) return ok(null);
				if (own.failure.reason === "settings-newer") return own;
				return write(null, {
					[settingsKeys.damaged]: await storage.get(settingsKeys.settings),
					[settingsKeys.settings]: (await lastGood()) ?? defaultSettings,
				});
			}),
		forget: (names) => exclusively(() => storage.remove(names.map((name) => settingsKeys[name]))),
	};

	async function lastGood(): Promise<Settings | undefined> {
		const migrated = migrateSettings(await storage.get(settingsKeys.lastGood), settingsVersion);
		const parsed = migrated.ok ? parseSettings(migrated.value) : migrated;
		return parsed.ok ? parsed.value : undefined;
	}
}

function withPolicy(settings: Settings, items: Policy["items"]): Settings {
	if (Object.keys(items).length === 0) return settings;
	const changes = Object.entries(items).map(([path, after]) => ({ path, after }));
	return settingsSchema.parse(
		composeSettings(settingsVersion, changeItems(settingsItems(settings), changes)),
	);
}

function parseSettings(value: unknown): Result<Settings, SettingsReadFailure> {
	const parsed = settingsSchema.safeParse(value);
	if (parsed.success) return ok(parsed.data);
	const issue = parsed.error.issues[0];
	const where = issue?.path.join(".") || "settings";
	return fail({ reason: "settings-damaged", detail: `${where}: ${issue?.message}` });
}
