import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { hrefOf, type RouteName, routeNames } from "./place";

/** Something that can be found by its words: where it is, and the messages that name and describe it. */
type Entry = { route: RouteName; target: string; title: string; words: string };

export type Finding = { title: string; page: string; href: string };

/** Parts of pages that are looked for by their own names; the target is one the page understands. */
const parts = (): Omit<Entry, "words">[] => [
	{ route: "webhooks", target: "detection", title: i18n.t("settings.detection.title") },
	{ route: "webhooks", target: "retention", title: i18n.t("settings.retention.title") },
];

function entries(): Entry[] {
	const pages = routeNames.map((route) => ({
		route,
		target: "",
		title: pageTitle(route),
		words: i18n.t(`settings.search.words.${messageKey(route)}`),
	}));
	const endpoints = endpointTypes.map((type) => ({
		route: "crm-endpoints" as const,
		target: type,
		title: i18n.t(`settings.endpoints.types.${type}.title`),
		words: type,
	}));
	return [...pages, ...endpoints, ...parts().map((part) => ({ ...part, words: "" }))];
}

const pageTitle = (route: RouteName) => i18n.t(`settings.pages.${messageKey(route)}`);

/** Settings whose title or words hold every word of the query, however it is accented; titles first. */
export function findSettings(query: string): Finding[] {
	const wanted = plain(query).split(/\s+/).filter(Boolean);
	return entries()
		.map((entry) => ({
			entry,
			inTitle: wanted.every((word) => plain(entry.title).includes(word)),
			found: wanted.every((word) =>
				plain(`${entry.title} ${pageTitle(entry.route)} ${entry.words}`).includes(word),
			),
		}))
		.filter(({ found }) => found)
		.toSorted((one, other) => Number(other.inTitle) - Number(one.inTitle))
		.slice(0, 12)
		.map(({ entry: { route, target, title } }) => ({
			title,
			page: pageTitle(route),
			href: hrefOf({ route, target }),
		}));
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
