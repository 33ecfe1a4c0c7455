import { i18n } from "#i18n";
import { readableName } from "@/components/customer/readable-name";
import { targetOfDelivery } from "@/components/settings/deliveries/view";
import { hrefOf } from "@/components/settings/shell/place";
import { findSettings } from "@/components/settings/shell/search";
import { comparedText } from "@/lib/core/words";
import type { SearchResult } from "@/lib/crm/read-results-answer";
import type { FoundHere } from "@/lib/messaging/protocol";

/** A customer who is known here, by a card of the CRM or by a link. */
export type KnownHere = FoundHere["customers"][number];

/** What choosing an entry does: show a customer, open a page of the CRM, go to a place of the settings, or copy a text. */
export type PaletteAction =
	| { kind: "customer"; customer: KnownHere }
	| { kind: "open"; url: string }
	| { kind: "settings"; place: string }
	| { kind: "copy"; text: string };

export type PaletteEntry = { key: string; title: string; detail: string; action: PaletteAction };

/** Entries of one kind, under its name. Keys are unique in all of them, and fit to be part of an element's id. */
export type PaletteGroup = {
	key: string;
	title: string;
	entries: PaletteEntry[];
	/** Nothing the CRM answers later comes before it. */
	stays: boolean;
};

const mostSettings = 5;

/** What CRMs call people, as a type of their search. */
const people = /customer|client|contact|person|people|lead|buyer|contato|pessoa/i;
/** Fewer letters begin half of all names. */
const enoughOfName = 3;

/**
 * Everything that was found, by type: people first, settings last. Only a setting called by its name comes first, or by
 * its beginning where no customer who is known here is meant.
 */
export function paletteGroups(
	query: string,
	here: FoundHere | undefined,
	results: readonly SearchResult[],
): PaletteGroup[] {
	const known = { key: "customers", title: i18n.t("palette.customers"), entries: customerEntries(here) };
	const settings = { key: "settings", title: i18n.t("settings.title"), entries: settingsEntries(query) };
	const deliveries = {
		key: "deliveries",
		title: i18n.t("settings.pages.deliveries"),
		entries: deliveryEntries(here),
	};
	const isPeople = (type: string | undefined) => type !== undefined && people.test(type);
	const types = [...new Set(results.map(({ type }) => type))];
	const inCrm = [...types.filter(isPeople), ...types.filter((type) => !isPeople(type))].map((type) => ({
		key: `crm ${type ?? ""}`,
		title: type ? readableName(type) : i18n.t("search.others"),
		entries: resultEntries(results.filter((result) => result.type === type)),
	}));
	const first = isSettingMeant(query, settings.entries, known.entries.length > 0)
		? [settings, known]
		: [known];
	const groups = [
		...first.map((group) => ({ ...group, stays: true })),
		...[...inCrm, deliveries, settings]
			.filter((group) => !first.includes(group))
			.map((group) => ({ ...group, stays: false })),
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

function isSettingMeant(query: string, settings: readonly PaletteEntry[], isSomebodyKnown: boolean): boolean {
	const wanted = comparedText(query.trim());
	const titles = settings.map(({ title }) => comparedText(title));
	if (titles.includes(wanted)) return true;
	return (
		wanted.length >= enoughOfName && !isSomebodyKnown && titles.some((title) => title.startsWith(wanted))
	);
}

function customerEntries(here: FoundHere | undefined): PaletteEntry[] {
	return (here?.customers ?? []).map((customer) => {
		const { name, phone } = customer;
		const email = "card" in customer ? customer.email : undefined;
		return {
			key: JSON.stringify([name, phone, email]),
			title: name,
			detail: [phone, email].filter((part) => part && part !== name).join(" · "),
			action: { kind: "customer", customer },
		};
	});
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
