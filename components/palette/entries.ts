import { i18n } from "#i18n";
import { readableName } from "@/components/customer/readable-name";
import { targetOfDelivery } from "@/components/settings/deliveries/view";
import { hrefOf } from "@/components/settings/shell/place";
import { findSettings } from "@/components/settings/shell/search";
import type { SearchResult } from "@/lib/crm/read-results-answer";
import type { FoundHere } from "@/lib/messaging/protocol";

/** What choosing an entry does: open a page of the CRM, go to a place of the settings, or copy a text. */
export type PaletteAction =
	| { kind: "open"; url: string }
	| { kind: "settings"; place: string }
	| { kind: "copy"; text: string };

export type PaletteEntry = { key: string; title: string; detail: string; action: PaletteAction };

/** Entries of one kind, under its name. Keys are unique in all of them, and fit to be part of an element's id. */
export type PaletteGroup = { key: string; title: string; entries: PaletteEntry[] };

const mostSettings = 5;

/**
 * Everything that was found, by type. What is known here comes first, because it is there at once: what the CRM answers
 * later moves nothing that may already have been chosen.
 */
export function paletteGroups(
	query: string,
	here: FoundHere | undefined,
	results: readonly SearchResult[],
): PaletteGroup[] {
	const types = [...new Set(results.map(({ type }) => type))];
	const groups = [
		{ key: "customers", title: i18n.t("palette.customers"), entries: customerEntries(here) },
		{ key: "settings", title: i18n.t("settings.title"), entries: settingsEntries(query) },
		{ key: "deliveries", title: i18n.t("settings.pages.deliveries"), entries: deliveryEntries(here) },
		...types.map((type) => ({
			key: `crm ${type ?? ""}`,
			title: type ? readableName(type) : i18n.t("search.others"),
			entries: resultEntries(results.filter((result) => result.type === type)),
		})),
	];
	return groups
		.filter(({ entries }) => entries.length > 0)
		.map((group) => ({
			...group,
			key: encodeURIComponent(group.key),
			entries: group.entries.map((entry) => ({
				...entry,
				key: encodeURIComponent(`${group.key} ${entry.key}`),
			})),
		}));
}

function customerEntries(here: FoundHere | undefined): PaletteEntry[] {
	return (here?.customers ?? []).map(({ name, phone, email }) => ({
		key: JSON.stringify([name, phone, email]),
		title: name,
		detail: [phone, email].filter((part) => part && part !== name).join(" · "),
		action: { kind: "copy", text: phone ?? email ?? name },
	}));
}

function settingsEntries(query: string): PaletteEntry[] {
	return findSettings(query)
		.slice(0, mostSettings)
		.map(({ title, page, href }) => ({
			key: `${href} ${title}`,
			title,
			detail: page === title ? "" : page,
			action: { kind: "settings", place: href },
		}));
}

function deliveryEntries(here: FoundHere | undefined): PaletteEntry[] {
	return (here?.deliveries ?? []).map(({ seq, event, phone, contactName, status }) => ({
		key: String(seq),
		title: contactName ?? phone ?? event,
		detail: [event, i18n.t(`settings.deliveries.states.${status}`)].join(" · "),
		action: { kind: "settings", place: hrefOf({ route: "deliveries", target: targetOfDelivery(seq) }) },
	}));
}

function resultEntries(results: readonly SearchResult[]): PaletteEntry[] {
	return results.map(({ title, subtitle, url, id }, index) => {
		const name = title ?? id ?? url ?? i18n.t("search.others");
		return {
			// Ids may be missing, or twice there.
			key: `${index} ${name}`,
			title: name,
			detail: subtitle ?? "",
			action: url ? { kind: "open", url } : { kind: "copy", text: name },
		};
	});
}
