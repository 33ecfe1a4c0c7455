import { i18n } from "#i18n";
import { escapeXml } from "@/lib/core/escape-xml";
import type { Result } from "@/lib/core/result";
import type { CrmFailure } from "@/lib/crm/failure";
import type { EndpointAnswer } from "@/lib/crm/read-answer";
import type { SearchResult } from "@/lib/crm/read-results-answer";
import {
	listenToOmnibox,
	type OmniboxAnswer,
	openFromOmnibox,
	type Suggestion,
} from "@/lib/platform/omnibox";
import { openOptionsPage } from "@/lib/platform/tabs";
import { storedEndpoint } from "@/lib/settings/stored-endpoint";
import type { CrmSearch } from "./crm-search";
import type { Services } from "./services";

/** Chrome shows no more. */
const mostSuggestions = 8;

/** Searches the CRM from the address bar, behind the keyword `cs`. */
export function setupOmnibox(search: CrmSearch, { settings }: Pick<Services, "settings">): void {
	const ask = (query: string) => search("omnibox", "globalSearch", { query, limit: mostSuggestions });
	const isSet = async () => (await storedEndpoint(settings, "globalSearch")) !== undefined;

	listenToOmnibox({
		async search(text) {
			// An empty search asks nothing, and so does not tell whether there is anything to ask.
			if (text.trim() === "") return onlyWords(i18n.t((await isSet()) ? "omnibox.hint" : "omnibox.notSet"));
			return answerTo(text, await ask(text));
		},
		end: () => void ask(""),
		enter: async (text, target) => {
			const url = await urlFor(text);
			if (url) await openFromOmnibox(url, target);
		},
	});

	/** A suggestion's URL, or the first found for what was typed. Where there is none, the settings that say why. */
	async function urlFor(text: string): Promise<string | undefined> {
		if (/^https?:\/\//i.test(text)) return text;
		const found = await ask(text);
		const [first] = found.ok ? linksIn(found.value) : [];
		if (first) return first.url;
		if (!found.ok) await openOptionsPage("#/health");
		else await openOptionsPage(found.value || (await isSet()) ? undefined : "#/crm-endpoints/globalSearch");
		return undefined;
	}
}

function answerTo(text: string, found: Result<EndpointAnswer | null, CrmFailure>): OmniboxAnswer {
	if (!found.ok) return onlyWords(i18n.t("omnibox.failed"));
	if (!found.value) return onlyWords(i18n.t("omnibox.notSet"));
	const links = linksIn(found.value);
	const isEmpty = found.value.kind !== "results" || found.value.results.length === 0;
	if (links.length === 0) return onlyWords(i18n.t(isEmpty ? "omnibox.nothing" : "omnibox.noPage", [text]));
	return {
		first: escapeXml(i18n.t("omnibox.openFirst", [links[0]?.title ?? links[0]?.url ?? ""])),
		suggestions: links.slice(0, mostSuggestions).map(suggestionFor),
	};
}

const onlyWords = (text: string): OmniboxAnswer => ({ first: escapeXml(text), suggestions: [] });

type Link = SearchResult & { url: string };

/** What can be opened; the address bar can do nothing else. */
function linksIn(answer: EndpointAnswer | null): Link[] {
	if (answer?.kind !== "results") return [];
	const seen = new Set<string>();
	return answer.results.filter((result): result is Link => {
		// Chrome refuses two suggestions of one content.
		if (result.url === undefined || seen.has(result.url)) return false;
		seen.add(result.url);
		return true;
	});
}

function suggestionFor({ title, id, subtitle, type, url }: Link): Suggestion {
	const about = [type, subtitle].filter(Boolean).join(" · ");
	return {
		content: url,
		description: [
			escapeXml(title ?? id ?? url),
			about && `<dim>${escapeXml(about)}</dim>`,
			`<url>${escapeXml(new URL(url).host)}</url>`,
		]
			.filter(Boolean)
			.join(" "),
	};
}
