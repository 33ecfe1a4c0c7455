import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { holdsWords, wordsOf } from "@/lib/core/words";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { hrefOf, type RouteName, routeNames } from "./place";

/** Something that can be found by its words: where it is, and the messages that name and describe it. */
type Entry = { route: RouteName; target: string; title: string; words: string };

export type Finding = { title: string; page: string; href: string };

/** Single settings that are looked for by their own names; a target is one its page understands. */
const parts = [
	{ name: "webhook_url", route: "webhooks", target: "url" },
	{ name: "webhook_secret", route: "webhooks", target: "secret" },
	{ name: "webhook_events", route: "webhooks", target: "events" },
	{ name: "webhook_test", route: "webhooks", target: "test" },
	{ name: "webhook_code", route: "webhooks", target: "verify" },
	{ name: "timeout", route: "crm-endpoints", target: "sidePanel_CustomerInfo" },
	{ name: "cache", route: "crm-endpoints", target: "sidePanel_CustomerInfo" },
	{ name: "presets", route: "crm-endpoints", target: "presets" },
	{ name: "mapping", route: "crm-endpoints", target: "sidePanel_CustomerInfo" },
	{ name: "endpoint_test", route: "crm-endpoints", target: "sidePanel_CustomerInfo" },
	{ name: "access", route: "crm-endpoints", target: "" },
	{ name: "function_calls", route: "functions", target: ":calls" },
	{ name: "function_import", route: "functions", target: "" },
	{ name: "model", route: "assistant", target: "model" },
	{ name: "model_key", route: "assistant", target: "key" },
	{ name: "model_test", route: "assistant", target: "test" },
	{ name: "instructions", route: "assistant", target: "instructions" },
	{ name: "messages_seen", route: "assistant", target: "messages" },
	{ name: "limits", route: "assistant", target: "limits" },
	{ name: "messages_kept", route: "follow-up", target: "when" },
	{ name: "follow_up_who", route: "follow-up", target: "who" },
	{ name: "follow_up_excluded", route: "follow-up", target: "excluded" },
	{ name: "follow_up_words", route: "follow-up", target: "words" },
	{ name: "follow_up_templates", route: "follow-up", target: "messages" },
	{ name: "follow_up_results", route: "follow-up", target: ":results" },
	{ name: "undo", route: "history", target: "" },
	{ name: "export", route: "privacy", target: "" },
	{ name: "import", route: "privacy", target: "" },
	{ name: "delete_data", route: "privacy", target: "" },
] as const satisfies readonly { name: string; route: RouteName; target: string }[];

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
	const single = parts.map(({ name, route, target }) => ({
		route,
		target,
		title: i18n.t(`settings.find.${name}.title`),
		words: i18n.t(`settings.find.${name}.words`),
	}));
	const sections = [
		{ target: "detection", title: i18n.t("settings.detection.title") },
		{ target: "retention", title: i18n.t("settings.retention.title") },
	].map((section) => ({ ...section, route: "webhooks" as const, words: "" }));
	return [...pages, ...endpoints, ...single, ...sections];
}

const pageTitle = (route: RouteName) => i18n.t(`settings.pages.${messageKey(route)}`);

/** Settings whose title or words hold every word of the query, however it is accented; titles first. */
export function findSettings(query: string): Finding[] {
	const wanted = wordsOf(query);
	return entries()
		.map((entry) => ({
			entry,
			inTitle: holdsWords(entry.title, wanted),
			found: holdsWords(`${entry.title} ${pageTitle(entry.route)} ${entry.words}`, wanted),
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
