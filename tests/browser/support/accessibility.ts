import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const mostTries = 10;

/** What axe finds wrong in a page once it is at rest, a line a rule with the elements it is about. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
	// As an expression of the debugger: the extension's content security policy forbids a script element.
	if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
	for (let tries = 0; tries < mostTries; tries++) {
		const problems = await page.evaluate(problemsAtRest);
		if (problems) return problems;
	}
	throw new Error(`Elements came and went while axe looked at the page, ${mostTries} times in a row.`);
}

/**
 * Runs in the page. Null when elements came or went meanwhile: axe keeps those it has found, and fails on one that is gone,
 * or tells of a page that there never was.
 */
async function problemsAtRest(): Promise<string[] | null> {
	const runner: typeof axe = Reflect.get(globalThis, "axe");
	let moved = false;
	const isElement = (node: Node) => node.nodeType === Node.ELEMENT_NODE;
	const note = (records: MutationRecord[]) => {
		moved ||= records.some(({ addedNodes, removedNodes }) =>
			[...addedNodes, ...removedNodes].some(isElement),
		);
	};
	const observer = new MutationObserver(note);
	observer.observe(document, { childList: true, subtree: true });
	try {
		const { violations } = await runner.run(document);
		note(observer.takeRecords());
		if (moved) return null;
		return violations.map(
			({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
		);
	} catch (error) {
		note(observer.takeRecords());
		if (moved) return null;
		throw error;
	} finally {
		observer.disconnect();
	}
}
