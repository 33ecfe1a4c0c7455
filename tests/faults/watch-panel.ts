import type { Page } from "@playwright/test";
import { keepNames } from "./keep-names";

/** What of an answer must never become part of the panel. */
const forbidden = "script, iframe, object, embed, form, base, meta, link, [onerror], [onload], [srcdoc]";

/** Watches the panel for errors, and for markup that came with an answer and was taken for more than text. */
export async function watchPanel(panel: Page): Promise<{ problems(): Promise<string[]> }> {
	const errors: string[] = [];
	panel.on("pageerror", (error) => errors.push(`The panel failed: ${error.message}`));
	panel.on("console", (message) => {
		// A picture that does not load is the CRM's fault, and the panel copes with it.
		if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
			errors.push(`The panel's console: ${message.text()}`);
	});
	await keepNames(panel);
	const title = await panel.title();
	await panel.evaluate((selector) => {
		const found = new Set<string>();
		Object.assign(globalThis, { found });
		const look = () => {
			for (const element of document.body.querySelectorAll(selector))
				found.add(element.outerHTML.slice(0, 200));
			for (const { href, protocol } of document.querySelectorAll("a"))
				if (!["https:", "http:", "mailto:", "tel:", "chrome-extension:", ":", ""].includes(protocol))
					found.add(href);
		};
		new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
	}, forbidden);
	return {
		async problems() {
			const found = await panel.evaluate(() => [...(Reflect.get(globalThis, "found") as Set<string>)]);
			const renamed =
				(await panel.title()) === title ? [] : [`The panel is called "${await panel.title()}".`];
			return [...errors, ...renamed, ...found.map((html) => `The panel holds ${html}`)];
		},
	};
}
