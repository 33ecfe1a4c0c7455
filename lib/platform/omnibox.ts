import { browser } from "./browser";

/** A line below the address bar: what choosing it enters, and its words as XML (`escapeXml` what is not markup). */
export type Suggestion = { content: string; description: string };

export type OmniboxAnswer = {
	/** XML: the first line, which stands for what was typed. */
	first: string;
	suggestions: Suggestion[];
};

/** Where what was entered is to be opened. */
export type OmniboxTarget = "current-tab" | "new-tab" | "background-tab";

export type OmniboxPorts = {
	/** Called with every change; the answer to the latest is shown. */
	search(text: string): Promise<OmniboxAnswer>;
	/** Called when the user gives up. */
	end(): void;
	/** Called with what was typed, or the content of the suggestion that was chosen. */
	enter(text: string, target: OmniboxTarget): Promise<void>;
};

const targets = {
	currentTab: "current-tab",
	newForegroundTab: "new-tab",
	newBackgroundTab: "background-tab",
} as const;

/** Someone who types is not searched for after every letter. */
const typingMs = 150;

/** Listens to what is typed after the keyword in the address bar. To be called when the worker starts. */
export function listenToOmnibox({ search, end, enter }: OmniboxPorts): void {
	let latest = "";
	browser.omnibox.onInputChanged.addListener((text, suggest) => {
		latest = text;
		setTimeout(async () => {
			if (text !== latest) return;
			const { first, suggestions } = await search(text);
			if (text !== latest) return;
			browser.omnibox.setDefaultSuggestion({ description: first });
			suggest(suggestions);
		}, typingMs);
	});
	browser.omnibox.onInputCancelled.addListener(end);
	browser.omnibox.onInputEntered.addListener((text, disposition) => void enter(text, targets[disposition]));
}

/** Shows a URL where the user wanted it. */
export async function openFromOmnibox(url: string, target: OmniboxTarget): Promise<void> {
	if (target === "current-tab") await browser.tabs.update({ url });
	else await browser.tabs.create({ url, active: target === "new-tab" });
}
