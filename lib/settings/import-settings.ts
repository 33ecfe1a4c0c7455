import { fail, ok, type Result } from "@/lib/core/result";
import type { MappingEngine } from "@/lib/mapping/engine";
import { type ImportFailure, planImport } from "./export-file";
import type { SettingsFailure } from "./failure";
import { canonicalJson } from "./items";
import type { SettingsStore } from "./store";

/**
 * Imports a file, all or nothing, exactly as it was planned (`planImport`): when file or settings are not those of
 * `fingerprint`, nothing is changed.
 */
export async function importSettings(
	store: SettingsStore,
	mapping: MappingEngine,
	file: unknown,
	fingerprint: string,
): Promise<Result<null, ImportFailure | SettingsFailure>> {
	const read = await store.read();
	if (!read.ok) return read;
	const planned = await planImport(file, read.value, await store.policy(), mapping);
	if (!planned.ok) return planned;
	let unchanged = planned.value.fingerprint === fingerprint;
	const updated = await store.update((current) => {
		unchanged &&= canonicalJson(current) === canonicalJson(read.value);
		return unchanged ? planned.value.settings : current;
	}, "import");
	if (!updated.ok) return updated;
	return unchanged ? ok(null) : fail({ reason: "settings-changed" });
}
