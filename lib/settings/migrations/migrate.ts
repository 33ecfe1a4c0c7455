import { errorText } from "@/lib/core/error-text";
import { fail, ok, type Result } from "@/lib/core/result";
import { migrate1To2 } from "./1-to-2";
import { migrate2To3 } from "./2-to-3";
import { migrate3To4 } from "./3-to-4";
import { migrate4To5 } from "./4-to-5";
import { migrate5To6 } from "./5-to-6";

/** Turns settings of one version into those of the next. Gets a clone, and throws when it cannot. */
export type Migration = (settings: Record<string, unknown>) => Record<string, unknown>;

/** By the version they start from. A new version is a file of its own, a golden example, and a line here. */
export const migrations: Readonly<Record<number, Migration>> = {
	1: migrate1To2,
	2: migrate2To3,
	3: migrate3To4,
	4: migrate4To5,
	5: migrate5To6,
};

export type MigrationFailure =
	| { reason: "settings-damaged"; detail: string }
	/** Written by a later Chatside than this one. */
	| { reason: "settings-newer"; version: number };

/** Brings stored settings to version `to`, one step after the other. What was handed in is not touched. */
export function migrateSettings(
	stored: unknown,
	to: number,
	steps = migrations,
): Result<unknown, MigrationFailure> {
	const version = (stored as { version?: unknown } | null)?.version;
	if (typeof version !== "number" || !Number.isInteger(version) || version < 1)
		return fail({ reason: "settings-damaged", detail: "version: there is no version number." });
	if (version > to) return fail({ reason: "settings-newer", version });
	let settings = structuredClone(stored) as Record<string, unknown>;
	for (let from = version; from < to; from++) {
		try {
			const step = steps[from];
			if (!step) throw new Error("there is no such step.");
			settings = step(settings);
		} catch (error) {
			const detail = errorText(error);
			return fail({ reason: "settings-damaged", detail: `version ${from} to ${from + 1}: ${detail}` });
		}
	}
	return ok(settings);
}
