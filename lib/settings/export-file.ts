import { hashText } from "@/lib/core/hash";
import { fail, ok, type Result } from "@/lib/core/result";
import { z } from "@/lib/core/schema";
import { masked } from "@/lib/crm/auth-field";
import { type BrokenMapping, brokenMappings } from "@/lib/crm/broken-mappings";
import { withoutMaskedTexts } from "@/lib/crm/secret-texts";
import { withoutMaskedQuery } from "@/lib/crm/secret-url";
import type { MappingEngine } from "@/lib/mapping/engine";
import { withoutMissingSecrets } from "./assistant-secrets";
import {
	canonicalJson,
	composeSettings,
	type SettingsItems,
	settingsDifference,
	settingsItems,
} from "./items";
import { migrateSettings } from "./migrations/migrate";
import type { Policy } from "./policy";
import { type Settings, settingsSchema, settingsVersion } from "./schema";
import {
	keepSecrets,
	keepUrlSecrets,
	type MaskedChange,
	maskChanges,
	maskItem,
	type WithAuth,
} from "./secrets";

const format = "chatside-settings";

/** What is in an exported file. Without secrets each is masked, and the importing browser's own are kept. */
export type ExportFile = {
	format: typeof format;
	version: number;
	/** ISO 8601. */
	exported_at: string;
	secrets: boolean;
	settings: unknown;
};

/** The user's settings as a file's content. */
export function exportSettings(settings: Settings, secrets: boolean, now: number): ExportFile {
	const items = settingsItems(settings);
	const shown = secrets
		? items
		: Object.fromEntries(Object.entries(items).map(([path, value]) => [path, maskItem(path, value)]));
	return {
		format,
		version: settingsVersion,
		exported_at: new Date(now).toISOString(),
		secrets,
		settings: composeSettings(settingsVersion, shown),
	};
}

/** Why a file cannot be imported. */
export type ImportFailure =
	| { reason: "not-an-export" }
	| { reason: "newer-version"; version: number }
	| { reason: "unreadable"; detail: string }
	/** At least one. */
	| { reason: "broken-mappings"; mappings: BrokenMapping[] };

/** What an import would do. Nothing has been done. */
export type ImportPlan = {
	/** The settings as they would be. */
	settings: Settings;
	changes: MaskedChange[];
	/** Items whose secrets are neither in the file nor here; they come without them. */
	secretsMissing: string[];
	/** Items that stay as they are, because the organisation sets them. */
	locked: string[];
	/** Changes when file or settings do: what was shown is what is applied. */
	fingerprint: string;
};

const fileSchema = z.object({ format: z.literal(format), version: z.number().int(), settings: z.unknown() });

/**
 * Plans an import: the file replaces all settings but locked ones. Older versions are migrated, newer refused, and so is
 * a file with a mapping of its own that is no JSONata.
 */
export async function planImport(
	file: unknown,
	current: Settings,
	policy: Policy,
	mapping: MappingEngine,
): Promise<Result<ImportPlan, ImportFailure>> {
	const parsed = fileSchema.safeParse(file);
	if (!parsed.success) return fail({ reason: "not-an-export" });
	const migrated = migrateSettings(parsed.data.settings, settingsVersion);
	if (!migrated.ok)
		return migrated.failure.reason === "settings-newer"
			? fail({ reason: "newer-version", version: migrated.failure.version })
			: fail({ reason: "unreadable", detail: migrated.failure.detail });
	const secretsMissing: string[] = [];
	const read = settingsSchema.safeParse(withWebhookSecrets(migrated.value, current, secretsMissing));
	if (!read.success) {
		const issue = read.error.issues[0];
		return fail({ reason: "unreadable", detail: `${issue?.path.join(".")}: ${issue?.message}` });
	}
	const imported = read.data.crm_endpoints.filter(({ type }) => !(`crm_endpoints.${type}` in policy.items));
	const mappings = await brokenMappings(mapping, imported);
	if (mappings.length > 0) return fail({ reason: "broken-mappings", mappings });
	const { assistant, missing } = withoutMissingSecrets(read.data.assistant, current.assistant);
	secretsMissing.push(...missing);
	const before = settingsItems(current);
	const after: SettingsItems = {};
	for (const [path, value] of Object.entries(settingsItems({ ...read.data, assistant }))) {
		// Its secrets are no part of an item, but items themselves.
		if (path.startsWith("assistant.")) {
			after[path] = value;
			continue;
		}
		const item = value as WithAuth;
		const kept = keepSecrets(item, before[path] as WithAuth | undefined);
		const { auth: _, ...withoutAuth } = item;
		after[path] = kept.ok ? kept.value : withoutMaskedTexts(withoutAuth);
		if (!kept.ok) secretsMissing.push(path);
	}
	const locked = Object.keys(policy.items).filter(
		(path) => canonicalJson(after[path]) !== canonicalJson(policy.items[path]),
	);
	Object.assign(after, policy.items);
	const settings = settingsSchema.parse(composeSettings(settingsVersion, after));
	return ok({
		settings,
		changes: maskChanges(settingsDifference(before, after)),
		secretsMissing: secretsMissing.filter((path) => !(path in policy.items)),
		locked,
		fingerprint: await hashText(canonicalJson([before, after])),
	});
}

/** Puts this browser's secrets in the place of masked ones, before the masked ones are taken for secrets themselves. */
function withWebhookSecrets(settings: unknown, current: Settings, secretsMissing: string[]): unknown {
	const { webhook } = settings as { webhook?: { secret?: unknown; url?: unknown } };
	if (!webhook) return settings;
	const own = { ...webhook };
	if (webhook.secret === masked) {
		if (!current.webhook.secret) secretsMissing.push("webhook.secret");
		own.secret = current.webhook.secret;
	}
	if (typeof webhook.url === "string") {
		const kept = keepUrlSecrets(webhook.url, current.webhook.url);
		if (!kept.ok) secretsMissing.push("webhook.url");
		own.url = kept.ok ? kept.value : withoutMaskedQuery(webhook.url);
	}
	return { ...(settings as object), webhook: own };
}
